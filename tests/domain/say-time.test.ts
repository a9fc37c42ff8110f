import { expect, test } from 'vitest';
import { promiseTimes } from '../../lib/domain/promise-time';
import { sayMoment } from '../../lib/domain/say-time';

const now = Date.parse('2025-03-05T14:20:00+02:00');
const here = { now, offset: () => 120 };

test.each([
  ['2025-03-05T17:00:00+02:00', '5 pm today', '今天17:00前'],
  ['2025-03-06T00:05:00+02:00', '12:05 am tomorrow', '明天00:05前'],
  ['2025-03-06T12:30:00+02:00', '12:30 pm tomorrow', '明天12:30前'],
  ['2025-03-07T09:00:00+02:00', '9 am on March 7', '后天09:00前'],
  ['2025-04-12T09:30:00+02:00', '9:30 am on April 12', '4月12日09:30前'],
])('%s', (moment, inEnglish, inChinese) => {
  const at = Date.parse(moment);
  expect([sayMoment(at, here, 'en'), sayMoment(at, here, 'zh-CN')]).toEqual([inEnglish, inChinese]);
});

test.each(['en', 'zh-CN'] as const)(
  'what is said in %s is understood as that moment',
  (language) => {
    for (let half = 1; half < 96; half++) {
      const at = now - (now % 1_800_000) + half * 1_800_000;
      const words = sayMoment(at, here, language);
      const text = language === 'en' ? `You'll hear from me by ${words}.` : `我${words}给您消息。`;
      expect(
        promiseTimes(text, here).map(({ due }) => due),
        words,
      ).toEqual([at]);
    }
  },
);
