import { describe, expect, test } from 'vitest';
import { findTimes } from '../../lib/domain/time-words';
import type { DayWord, TimeWords } from '../../lib/domain/time-words';

const dayTold = (day: DayWord) => {
  if (day.is === 'in') return `+${day.days}`;
  if (day.is === 'weekday') return `weekday ${day.weekday}${day.later ? ' later' : ''}`;
  return day.is === 'date' ? `${day.month ?? '?'}/${day.day}` : `end of ${day.of}`;
};

/** `words = 10 minute`, or `words = day | minutes of the day`, `~` where the half of the day, or only a part, was said. */
function told(text: string): string[] {
  return findTimes(text).map((each: TimeWords) => {
    const words = text.slice(each.start, each.end);
    if (each.kind === 'within') return `${words} = ${each.amount} ${each.unit}`;
    const { day, clock } = each;
    const marks = clock && `${clock.loose ? '~' : ''}${clock.part === true ? '≤' : ''}`;
    const time = clock ? `${marks}${Number((clock.minutes / 60).toFixed(3))}` : '';
    return `${words} = ${[day ? dayTold(day) : '', time].filter(Boolean).join(' | ')}`;
  });
}

describe('amounts of time in Chinese', () => {
  test.each([
    ['我在10分钟内回复您', '10分钟内 = 10 minute'],
    ['十分钟内', '十分钟内 = 10 minute'],
    ['十五分钟内', '十五分钟内 = 15 minute'],
    ['二十分钟内', '二十分钟内 = 20 minute'],
    ['二十五分钟内', '二十五分钟内 = 25 minute'],
    ['两小时内', '两小时内 = 2 hour'],
    ['几分钟内', '几分钟内 = 3 minute'],
    ['十几分钟内', '十几分钟内 = 13 minute'],
    ['三刻钟内', '三刻钟内 = 45 minute'],
    ['一个半小时内', '一个半小时内 = 1.5 hour'],
    ['半小时内', '半小时内 = 0.5 hour'],
    ['3-5个工作日内', '3-5个工作日内 = 5 working-day'],
    ['两个工作小时内', '两个工作小时内 = 2 working-hour'],
    ['三天内', '三天内 = 3 day'],
    ['一周内', '一周内 = 1 week'],
    ['一个月内', '一个月内 = 1 month'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('points in time in Chinese', () => {
  test.each([
    ['今天18点前', '今天18点前 = +0 | 18'],
    ['当天18:30前', '当天18:30前 = +0 | 18.5'],
    ['明天中午前', '明天中午前 = +1 | 12'],
    ['次日上午', '次日上午 = +1 | ≤12'],
    ['后天下午3点前', '后天下午3点前 = +2 | 15'],
    ['大后天', '大后天 = +3'],
    ['下午三点半前', '下午三点半前 = 15.5'],
    ['下午三点一刻前', '下午三点一刻前 = 15.25'],
    ['下午三点三刻前', '下午三点三刻前 = 15.75'],
    ['下午三点二十分前', '下午三点二十分前 = 15.333'],
    ['下午三点二十前', '下午三点二十前 = 15.333'],
    ['下午三点零五分前', '下午三点零五分前 = 15.083'],
    ['下午3点20分前', '下午3点20分前 = 15.333'],
    ['下午三点四十五前', '下午三点四十五前 = 15.75'],
    ['明早八点一起办', '明早八点 = +1 | 8'],
    ['明早八点十位同事', '明早八点 = +1 | 8'],
    ['五点前', '五点前 = ~5'],
    ['十二点前', '十二点前 = ~12'],
    ['13点前', '13点前 = 13'],
    ['5:30前', '5:30前 = ~5.5'],
    ['8:30前', '8:30前 = 8.5'],
    ['05:30前', '05:30前 = 5.5'],
    ['中午一点前', '中午一点前 = 13'],
    ['中午十二点前', '中午十二点前 = 12'],
    ['晚上八点前', '晚上八点前 = 20'],
    ['今晚八点前', '今晚八点前 = +0 | 20'],
    ['明早八点前', '明早八点前 = +1 | 8'],
    ['明晚', '明晚 = +1 | ≤22'],
    ['今天24点前', '今天24点前 = +0 | 24'],
    ['今天25点前', '今天25点前 = +0'],
    ['下午前', '下午前 = ≤18'],
    ['午夜前', '午夜前 = 24'],
    ['周三前', '周三前 = weekday 3'],
    ['下周一', '下周一 = weekday 1 later'],
    ['星期天前', '星期天前 = weekday 0'],
    ['下周', '下周 = end of next-week'],
    ['本周内', '本周内 = end of week'],
    ['月底前', '月底前 = end of month'],
    ['3月12日前', '3月12日前 = 3/12'],
    ['12号前', '12号前 = ?/12'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each(['您是三点下的单', '上午好', '下午好，请问', '', '我们晚上也在'])(
    '%j is none',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});
