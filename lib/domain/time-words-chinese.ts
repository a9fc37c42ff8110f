// The Chinese words for times, read into days, hours and amounts.
import { isLooseClock, rangeOf } from './time-said';
import type { ClockTime, DayWord, TimeUnit, TimeWords } from './time-words';

const figureZh = '(?:\\d{1,4}|[一二两三四五六七八九十几半]{1,3}|数)';
const withinZh = new RegExp(
  `(?:(?:${figureZh})\\s?(?:-|–|~|～|到|至|、)\\s?)?(${figureZh})\\s?(?:个)?(半)?\\s?(工作日|工作小时|分钟|小时|钟头|天|日|周|星期|礼拜|月|刻钟)\\s?(之内|以内|内|左右|之后|以后|后)`,
  'gu',
);
const workingZh = new RegExp(
  `(?:(?:${figureZh})\\s?(?:-|–|~|～|到|至)\\s?)?(${figureZh})\\s?个?(工作日|工作小时)`,
  'gu',
);
const dayZh =
  '今天|今日|今晚|今夜|今早|明天|明日|明早|明晚|次日|后天|大后天|当天|(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天]|本周|这周|下周|周末|本月|月底|本月底|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号]';
const partZh = '凌晨|早上|早晨|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜里|半夜|午夜|下班';
// "三点二十", "三点零五", "三点五分": a single figure alone could belong to what follows ("八点一起").
const minutesZh =
  '(?:半|一刻|三刻|\\d{1,2}分?|零?[一二三四五六七八九十]{1,3}分|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?(?![个位名件天]))';
const clockZh = `(?:\\d{1,2}[:：]\\d{2}|(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时]${minutesZh}?)`;
const byZh = new RegExp(
  `(${dayZh})?\\s?的?(${partZh})?\\s?(${clockZh})?\\s?(之前|以前|前|之内|以内|内)?`,
  'gu',
);

const unitsZh = new Map<string, TimeUnit>([
  ['工作日', 'working-day'],
  ['工作小时', 'working-hour'],
  ['分钟', 'minute'],
  ['刻钟', 'minute'],
  ['小时', 'hour'],
  ['钟头', 'hour'],
  ['天', 'day'],
  ['日', 'day'],
  ['周', 'week'],
  ['星期', 'week'],
  ['礼拜', 'week'],
  ['月', 'month'],
]);

/** 10分钟内, 两个工作日内, 3-5个工作日: amounts of time, the longest that is said. */
export function amountsInChinese(text: string): TimeWords[] {
  return [...text.matchAll(withinZh), ...text.matchAll(workingZh)].map((match) => {
    const half = match[2] === '半' ? 0.5 : 0;
    const name = unitsZh.has(match[2] ?? '') ? match[2] : match[3];
    const amount = (numberOfZh(match[1] ?? '') + half) * (name === '刻钟' ? 15 : 1);
    return { ...rangeOf(match), kind: 'within', amount, unit: unitsZh.get(name ?? '') ?? 'day' };
  });
}

const digitsZh = '零一二三四五六七八九';

/** 十五, 二十, 两, 半; 几 and 数 are kept when three are. */
function numberOfZh(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  if (words === '半') return 0.5;
  if (/[几数]/.test(words)) return words.startsWith('十') ? 13 : 3;
  const [tens, ones] = words.includes('十') ? words.split('十') : [undefined, words];
  const one = digitOfZh(ones);
  return tens === undefined ? one : (tens === '' ? 1 : digitOfZh(tens)) * 10 + one;
}

function digitOfZh(words: string): number {
  const last = words.at(-1) ?? '零';
  return last === '两' ? 2 : Math.max(0, digitsZh.indexOf(last));
}

/** 今天18点前, 明天中午前, 下周一: points in time. */
export function pointsInChinese(text: string): TimeWords[] {
  return [...text.matchAll(byZh)].flatMap((match) => {
    const [words, dayWords, part, clockWords, edge] = match;
    if (words.trim() === '' || (!dayWords && !clockWords && !(part && edge))) return [];
    if (!dayWords && clockWords && !edge && !part) return [];
    const clock = clockOfZh(
      clockWords,
      part ??
        (/[晚夜]/.test(dayWords ?? '') ? '晚上' : /早/.test(dayWords ?? '') ? '早上' : undefined),
    );
    return [{ ...rangeOf(match), kind: 'by' as const, day: dayOfZh(dayWords), clock }];
  });
}

function dayOfZh(words: string | undefined): DayWord | undefined {
  if (words === undefined) return undefined;
  if (words.startsWith('大后')) return { is: 'in', days: 3 };
  if (words.startsWith('后')) return { is: 'in', days: 2 };
  if (/^[明次]/.test(words)) return { is: 'in', days: 1 };
  if (/^[今当]/.test(words)) return { is: 'in', days: 0 };
  const weekday = /[周期拜]([一二三四五六日天])$/.exec(words)?.[1];
  if (weekday)
    return {
      is: 'weekday',
      weekday: Math.max(0, '日一二三四五六'.indexOf(weekday)),
      later: words.startsWith('下'),
    };
  if (words === '下周') return { is: 'end-of', of: 'next-week' };
  if (words.includes('月') && !/\d/.test(words)) return { is: 'end-of', of: 'month' };
  if (words.includes('周')) return { is: 'end-of', of: 'week' };
  const [month, day] = words.includes('月') ? words.split('月') : [undefined, words];
  return {
    is: 'date',
    month: month === undefined ? undefined : Number(month),
    day: Number.parseInt(day, 10),
  };
}

/** A part of the day by its last minute. */
const partEnds: readonly (readonly [RegExp, number])[] = [
  [/中午|正午/, 12 * 60],
  [/半夜|午夜/, 24 * 60],
  [/凌晨|早|上午/, 12 * 60],
  [/下午|午后|下班/, 18 * 60],
  [/傍晚|晚|夜/, 22 * 60],
];

/** Of what follows the hour: 半, 一刻, 三刻, 20分, 二十, 零五. */
function minuteOfZh(words: string): number {
  if (words.startsWith('半')) return 30;
  if (words.startsWith('一刻')) return 15;
  if (words.startsWith('三刻')) return 45;
  return numberOfZh(words.replaceAll(/[零分]/g, ''));
}

function clockOfZh(words: string | undefined, part: string | undefined): ClockTime | undefined {
  if (words === undefined) {
    const end = partEnds.find(([name]) => part !== undefined && name.test(part));
    return end && { minutes: end[1], loose: false, part: !/中午|正午|半夜|午夜/.test(part ?? '') };
  }
  const [hours = '', rest = ''] = words.split(/[点时:：]/);
  const minute = minuteOfZh(rest);
  const hour = numberOfZh(hours);
  if (hour > 24 || minute > 59) return undefined;
  const isLate = part !== undefined && /下午|午后|傍晚|晚|夜/.test(part) && hour < 12;
  const isNoon = part !== undefined && /中午|正午/.test(part) && hour < 6;
  const minutes = (hour + (isLate || isNoon ? 12 : 0)) * 60 + minute;
  const unsaid = /[:：]/.test(words) ? isLooseClock(hours) : hour <= 12;
  return { minutes, loose: part === undefined && unsaid };
}
