import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promiseTimes } from '../../lib/domain/promise-time';

// Wednesday, 5 March 2025, 14:20 in a place two hours ahead of UTC.
const offset = () => 120;
const now = Date.parse('2025-03-05T14:20:00+02:00');

function dueIn(text: string, at = now): string[] {
  return promiseTimes(text, { now: at, offset }).map(({ start, end, due }) => {
    const local = new Date(due + 2 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
    return `${text.slice(start, end)} → ${local}`;
  });
}

describe('the time of a promise', () => {
  test.each([
    ['I will call you within 10 minutes.', 'within 10 minutes → 03-05 14:30'],
    ['You have it in half an hour', 'in half an hour → 03-05 14:50'],
    ['within 24-48 hours', 'within 24-48 hours → 03-07 14:20'],
    ['It takes 3 to 5 working days', '3 to 5 working days → 03-12 18:00'],
    ['in two working days', 'in two working days → 03-07 18:00'],
    ['within three business hours', 'within three business hours → 03-05 17:20'],
    ['within 5 working hours', 'within 5 working hours → 03-06 10:20'],
    ['We reply in a week', 'in a week → 03-12 14:20'],
    ['by 3 pm', 'by 3 pm → 03-05 15:00'],
    ['by 9 am', 'by 9 am → 03-06 09:00'],
    ['You will hear from me by noon.', 'by noon → 03-06 12:00'],
    ['before noon', 'before noon → 03-06 12:00'],
    ['by 3:20', 'by 3:20 → 03-05 15:20'],
    ['tomorrow by 8:30', 'tomorrow by 8:30 → 03-06 08:30'],
    ['by 03:20', 'by 03:20 → 03-06 03:20'],
    ['by half past three', 'by half past three → 03-05 15:30'],
    ['by a quarter to 5', 'by a quarter to 5 → 03-05 16:45'],
    ['by quarter past four pm', 'by quarter past four pm → 03-05 16:15'],
    ['tomorrow at half past ten', 'tomorrow at half past ten → 03-06 10:30'],
    ['by a quarter past 12 p.m.', 'by a quarter past 12 p.m. → 03-06 12:15'],
    ['within an hour and a half', 'within an hour and a half → 03-05 15:50'],
    ['In An Hour And A Half', 'In An Hour And A Half → 03-05 15:50'],
    ['in an hour and a quarter', 'in an hour and a quarter → 03-05 15:35'],
    ['in two and a half hours', 'in two and a half hours → 03-05 16:50'],
    ['by EOD', 'by EOD → 03-05 18:00'],
    ['by COB tomorrow', 'by COB tomorrow → 03-06 18:00'],
    ['by midnight!', 'by midnight → 03-06 00:00'],
    ['by 5.', 'by 5 → 03-05 17:00'],
    ['before 16:30', 'before 16:30 → 03-05 16:30'],
    ['by 5', 'by 5 → 03-05 17:00'],
    ['tomorrow before noon', 'tomorrow before noon → 03-06 12:00'],
    ['tomorrow by 3 pm', 'tomorrow by 3 pm → 03-06 15:00'],
    ['by 3 pm tomorrow', 'by 3 pm tomorrow → 03-06 15:00'],
    ['Tomorrow morning you get it', 'Tomorrow morning → 03-06 12:00'],
    ['today', 'today → 03-05 18:00'],
    ['tonight', 'tonight → 03-05 22:00'],
    ['this afternoon', 'this afternoon → 03-05 18:00'],
    ['by the end of the day', 'by the end of the day → 03-05 18:00'],
    ['by Friday', 'by Friday → 03-07 18:00'],
    ['on Monday at 10:00', 'on Monday at 10:00 → 03-10 10:00'],
    ['next Friday', 'next Friday → 03-14 18:00'],
    ['by the end of the week', 'by the end of the week → 03-07 18:00'],
    ['next week', 'next week → 03-14 18:00'],
    ['by the end of the month', 'by the end of the month → 03-31 18:00'],
    ['by 12 March', 'by 12 March → 03-12 18:00'],
  ])('%s', (text, due) => {
    expect(dueIn(text)).toContain(due);
  });

  test.each([
    ['我10分钟内给您回复', '10分钟内 → 03-05 14:30'],
    ['半小时内给您电话', '半小时内 → 03-05 14:50'],
    ['一个半小时内', '一个半小时内 → 03-05 15:50'],
    ['24小时内联系您', '24小时内 → 03-06 14:20'],
    ['两个工作日内到账', '两个工作日内 → 03-07 18:00'],
    ['3-5个工作日', '3-5个工作日 → 03-12 18:00'],
    ['十五天内', '十五天内 → 03-20 14:20'],
    ['今天18点前给您答复', '今天18点前 → 03-05 18:00'],
    ['明天中午前', '明天中午前 → 03-06 12:00'],
    ['明天下午三点半之前', '明天下午三点半之前 → 03-06 15:30'],
    ['明早给您', '明早 → 03-06 12:00'],
    ['今晚', '今晚 → 03-05 22:00'],
    ['今晚8点前', '今晚8点前 → 03-05 20:00'],
    ['后天', '后天 → 03-07 18:00'],
    ['周五下班前', '周五下班前 → 03-07 18:00'],
    ['下周一上午', '下周一上午 → 03-10 12:00'],
    ['本周内', '本周内 → 03-07 18:00'],
    ['月底前', '月底前 → 03-31 18:00'],
    ['3月12日前', '3月12日前 → 03-12 18:00'],
    ['15:30前', '15:30前 → 03-05 15:30'],
    ['3:20前', '3:20前 → 03-05 15:20'],
    ['下午三点二十前', '下午三点二十前 → 03-05 15:20'],
    ['两个工作小时内', '两个工作小时内 → 03-05 16:20'],
  ])('%s', (text, due) => {
    expect(dueIn(text)).toContain(due);
  });

  test.each([
    'I ordered it 3 days ago',
    'in the last 90 days',
    'there is a 30 day warranty',
    'I will do my best',
    '我会尽快处理',
    '有几点需要说明',
    'page 3 of 5',
  ])('%s names none', (text) => {
    expect(dueIn(text)).toEqual([]);
  });

  test('is the next that the clock shows for who works at night', () => {
    const night = Date.parse('2025-03-05T02:50:00+02:00');
    expect(dueIn('by 4', night)).toEqual(['by 4 → 03-05 04:00']);
    expect(dueIn('by 3:20', night)).toEqual(['by 3:20 → 03-05 03:20']);
    expect(dueIn('by 2', night)).toEqual(['by 2 → 03-05 14:00']);
    expect(dueIn('早上四点前', night)).toEqual(['早上四点前 → 03-05 04:00']);
    expect(dueIn('by the morning', night)).toEqual(['by the morning → 03-05 12:00']);
  });

  test('skips the weekend for working days, from a Friday evening too', () => {
    const friday = Date.parse('2025-03-07T19:00:00+02:00');
    expect(dueIn('within one working day', friday)).toEqual([
      'within one working day → 03-10 18:00',
    ]);
    expect(dueIn('within 2 working hours', friday)).toEqual([
      'within 2 working hours → 03-10 11:00',
    ]);
  });

  test.each([
    ['today, when work is over', '2025-03-05T19:00', 'today', '2025-03-05T23:59'],
    ['the week, on its Friday', '2025-03-07T10:00', 'by the end of the week', '2025-03-07T18:00'],
    ['the week, on its Saturday', '2025-03-08T10:00', 'by the end of the week', '2025-03-08T18:00'],
    ['a date that is today', '2025-03-12T10:00', 'by 12 March', '2025-03-12T18:00'],
    ['a date that is over', '2025-03-13T10:00', 'by 12 March', '2026-03-12T18:00'],
    ['a day of the month that is over', '2025-03-13T10:00', '12号前', '2025-04-12T18:00'],
    ['a month', '2025-03-05T10:00', 'within a month', '2025-04-04T10:00'],
  ])('%s', (_, at, text, due) => {
    const [time] = promiseTimes(text, { now: Date.parse(`${at}:00+02:00`), offset });
    expect(time?.due).toBe(Date.parse(`${due}:00+02:00`));
  });

  test.each([
    ['no day is ticked: all are worked', { from: 540, to: 1080, days: [] }, '2025-03-07T18:00'],
    ['hours that end before they begin', { from: 1080, to: 540 }, '2025-03-07T09:00'],
  ])('%s', (_, working, due) => {
    const [time] = promiseTimes('within two working days', { now, offset, working });
    expect(time?.due).toBe(Date.parse(`${due}:00+02:00`));
  });

  test('within hours that end before they begin, time runs on', () => {
    const working = { from: 1080, to: 540 };
    const [time] = promiseTimes('within three business hours', { now, offset, working });
    expect(time?.due).toBe(now + 3 * 3_600_000);
  });

  test('ends with the working hours that are given', () => {
    const [time] = promiseTimes('tomorrow', { now, offset, working: { from: 480, to: 960 } });
    expect(time?.due).toBe(Date.parse('2025-03-06T16:00:00+02:00'));
  });

  test.each([
    ['tomorrow morning', '13:00'],
    ['明天上午', '13:00'],
    ['tomorrow evening', '21:00'],
    ['明晚', '21:00'],
    ['tomorrow afternoon', '18:00'],
    ['tomorrow by noon', '12:00'],
  ])('%s falls into the hours of a late shift', (text, clock) => {
    const [time] = promiseTimes(text, { now, offset, working: { from: 780, to: 1260 } });
    expect(time?.due).toBe(Date.parse(`2025-03-06T${clock}:00+02:00`));
  });

  test('counts the working days that are given', () => {
    const working = { from: 540, to: 1080, days: [6, 0] };
    const [time] = promiseTimes('within two working days', { now, offset, working });
    expect(time?.due).toBe(Date.parse('2025-03-09T18:00:00+02:00'));
  });

  test('keeps the local hour when the clocks change in between', () => {
    const change = Date.parse('2025-03-30T01:00:00Z');
    const [time] = promiseTimes('tomorrow by 3 pm', {
      now: Date.parse('2025-03-29T12:00:00+01:00'),
      offset: (at) => (at < change ? 60 : 120),
    });
    expect(time?.due).toBe(Date.parse('2025-03-30T15:00:00+02:00'));
  });

  test('in any text at any moment is a moment, or none, and its words are of the text', () => {
    const pieces = fc.constantFrom(
      ...'within by before 3 30 99 pm : - to half an hour working days tomorrow next Friday 明天 下周 前 内 点 个 十 半 工作日 分钟 月 号 ’'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join(' ')),
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 4e12 }), (text, at) => {
        for (const { start, end, due } of promiseTimes(text, { now: at, offset })) {
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(Number.isFinite(due)).toBe(true);
        }
      }),
    );
  });
});
