import { describe, expect, test } from 'vitest';
import { turnRound } from '../../lib/text/turn-round';

describe('in English', () => {
  test.each([
    ['My parcel was promised for Monday.', 'your parcel was promised for Monday.'],
    ['I stayed at home and nobody rang me.', 'you stayed at home and nobody rang you.'],
    ["I'm waiting and I was never called.", "you're waiting and you were never called."],
    ['I am still waiting for you.', 'you are still waiting for us.'],
    ['I was already told that you would call me.', 'you were already told that we would call you.'],
    [
      'You promised a refund, and your driver never came to us.',
      'we promised a refund, and our driver never came to you.',
    ],
    ['I wrote to you twice about my order A-104.', 'you wrote to us twice about your order A-104.'],
    ['The lamp arrived broken.', 'The lamp arrived broken.'],
    ['I really was at home.', 'you really were at home.'],
    ['It still was closed.', 'It still was closed.'],
    ['I’ve paid it myself.', "you've paid it yourself."],
  ])('%s', (said, turned) => {
    expect(turnRound(said, 'en')).toBe(turned);
  });

  test.each([
    'Please send it again.',
    'Refund me today.',
    "Don't call me.",
    'Was I charged by you',
  ])('what cannot be turned round stays alone: %s', (said) => {
    expect(turnRound(said, 'en')).toBeUndefined();
  });
});

describe('in Chinese', () => {
  test.each([
    ['我的包裹说好周一到，一直没来。', '您的包裹说好周一到，一直没来。'],
    ['你们客服答应我三天内退款。', '我们客服答应您三天内退款。'],
    ['我们在家等了一天', '您在家等了一天'],
    ['我们家的灯坏了', '您家的灯坏了'],
    ['杯子收到就是碎的', '杯子收到就是碎的'],
    ['快递三天没动了，我很急', '快递三天没动了，您很急'],
    ['别人都收到了，我没有', '别人都收到了，您没有'],
  ])('%s', (said, turned) => {
    expect(turnRound(said, 'zh-CN')).toBe(turned);
  });

  test.each(['请马上退款', '把钱退给我', '快点退给我', '别再打给我了'])(
    'a command stays alone: %s',
    (said) => {
      expect(turnRound(said, 'zh-CN')).toBeUndefined();
    },
  );
});
