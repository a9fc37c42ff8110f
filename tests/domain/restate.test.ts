import { describe, expect, test } from 'vitest';
import type { Facts } from '../../lib/domain/fact';
import type { Note, NoteKind } from '../../lib/domain/note';
import type { Frame, Language } from '../../lib/domain/pack';
import { restate } from '../../lib/domain/restate';

const frames: Readonly<Record<Language, readonly Frame[]>> = {
  en: [
    { id: 'basis', for: 'basis', text: 'Not this one: {story}' },
    { id: 'one', for: 'restate', text: 'So: {story} Right?' },
    { id: 'two', for: 'restate', text: 'I noted: {story} Correct?' },
    { id: 'order', for: 'order', text: 'It is order {order}.' },
    { id: 'amount', for: 'amount', text: 'It cost {amount}.' },
    { id: 'when', for: 'when', text: 'It was {when}.' },
  ],
  'zh-CN': [
    { id: '一', for: 'restate', text: '对一下：{story}对吗？' },
    { id: '单', for: 'order', text: '订单是{order}。' },
    { id: '钱', for: 'amount', text: '金额是{amount}。' },
    { id: '时', for: 'when', text: '时间是{when}。' },
  ],
};
const note = (text: string, is: NoteKind = 'fact'): Note => ({ id: text, is, text });
const say = (notes: readonly Note[], facts: Facts = {}, language: Language = 'en') =>
  restate(notes, facts, { language, frames: frames[language], used: new Set() })?.text;

describe('one note, said to the customer', () => {
  test.each<[Language, string, string]>([
    ['en', 'my lamp came broken', 'Your lamp came broken.'],
    ['en', 'You charged me twice!', 'We charged you twice!'],
    ['en', 'Send me a new one!', 'You wrote: “Send me a new one”.'],
    ['en', 'Refund me! Now...', 'You wrote: “Refund me! Now”.'],
    ['en', 'Customer waited three hours', 'You waited three hours.'],
    ['en', 'the client called twice', 'You called twice.'],
    ['en', 'Cust. paid by card', 'You paid by card.'],
    ['en', 'caller has no receipt', 'You have no receipt.'],
    ['en', 'The customer is still waiting', 'You are still waiting.'],
    ['en', "Customer wasn't at home", "You weren't at home."],
    ['en', 'Customer doesn’t know the number', 'You don’t know the number.'],
    ['en', 'Customer wants the money back', 'You want the money back.'],
    ['en', 'Customer says it’s broken', 'You say it’s broken.'],
    ['en', 'Customer keeps calling in vain', 'You keep calling in vain.'],
    ['en', 'Client tries to send it back', 'You try to send it back.'],
    ['en', "Customer's lamp came broken", 'Your lamp came broken.'],
    ['en', 'The client’s order never came', 'Your order never came.'],
    ['en', 'Customer hassled by the driver', 'You hassled by the driver.'],
    ['en', 'Customer service told me to wait', 'Customer service told you to wait.'],
    ['en', 'Clients here are told nothing', 'Clients here are told nothing.'],
    ['en', 'They told every customer to wait', 'They told every customer to wait.'],
    ['zh-CN', '我的杯子碎了', '您的杯子碎了。'],
    ['zh-CN', '请给我退款！', '您说：“请给我退款”。'],
    ['zh-CN', '客户等了三个小时', '您等了三个小时。'],
    ['zh-CN', '顾客的地址写错了', '您的地址写错了。'],
    ['zh-CN', '买家没收到', '您没收到。'],
    ['zh-CN', '对方说门口没有人', '您说门口没有人。'],
    ['zh-CN', '客户经理没有回我电话', '客户经理没有回您电话。'],
    ['zh-CN', '快递员打给客户了', '快递员打给客户了。'],
  ])('in %s “%s” becomes “%s”', (language, text, said) => {
    const around = language === 'en' ? `So: ${said} Right?` : `对一下：${said}对吗？`;
    expect(say([note(text)], {}, language)).toBe(around);
  });
});

describe('which notes are said', () => {
  test('what happened comes before what was promised, each in the order of the notes', () => {
    const notes = [
      note('They promised Friday', 'promised'),
      note('It broke'),
      note('They promised a call', 'promised'),
      note('It burned'),
    ];
    expect(say(notes)).toBe(
      'So: It broke. It burned. They promised Friday. They promised a call. Right?',
    );
  });

  test('four sentences at most', () => {
    const notes = ['One broke', 'Two broke', 'Three broke', 'Four broke', 'Five broke'];
    expect(say(notes.map((text) => note(text)))).toBe(
      'So: One broke. Two broke. Three broke. Four broke. Right?',
    );
  });

  test('opinions are not, nor is what is noted in the other language', () => {
    const notes = [note('They are lazy', 'opinion'), note('杯子碎了'), note('It broke')];
    expect(say(notes)).toBe('So: It broke. Right?');
    expect(say(notes, {}, 'zh-CN')).toBe('对一下：杯子碎了。对吗？');
  });

  test('a note without a letter belongs to either language', () => {
    expect(say([note('10442')])).toBe('So: 10442. Right?');
    expect(say([note('10442')], {}, 'zh-CN')).toBe('对一下：10442。对吗？');
  });
});

describe('details', () => {
  const facts: Facts = { when: 'on Monday', amount: '$5', order: 'A-1' };

  test('follow the notes: the order, the amount and the time', () => {
    expect(say([note('It broke')], facts)).toBe(
      'So: It broke. It is order A-1. It cost $5. It was on Monday. Right?',
    );
    expect(say([note('杯子碎了')], { order: 'A-1', amount: '5元', when: '周一' }, 'zh-CN')).toBe(
      '对一下：杯子碎了。订单是A-1。金额是5元。时间是周一。对吗？',
    );
  });

  test('are said by themselves where nothing is noted', () => {
    expect(say([], { amount: '$5' })).toBe('So: It cost $5. Right?');
  });

  test('are left out where a sentence that is said holds them', () => {
    expect(say([note('Order A-1 broke on Monday')], facts)).toBe(
      'So: Order A-1 broke on Monday. It cost $5. Right?',
    );
  });

  test('are left out where no frame says them', () => {
    const means = { language: 'en' as const, used: new Set<string>() };
    const few = frames.en.filter((frame) => frame.for === 'restate');
    expect(restate([note('It broke')], facts, { ...means, frames: few })?.text).toBe(
      'So: It broke. Right?',
    );
  });
});

describe('the frame', () => {
  const framed = (...used: string[]) =>
    restate([note('It broke')], {}, { language: 'en', frames: frames.en, used: new Set(used) })?.id;

  test('is one that was not said before, while there is one', () => {
    expect([framed(), framed('one'), framed('two'), framed('one', 'two')]).toEqual([
      'one',
      'two',
      'one',
      'one',
    ]);
  });

  test('is needed, and something to say in it', () => {
    const none = frames.en.filter((frame) => frame.for !== 'restate');
    const means = { language: 'en' as const, used: new Set<string>() };
    expect(restate([note('It broke')], {}, { ...means, frames: none })).toBeUndefined();
    expect(say([])).toBeUndefined();
    expect(say([note('...')])).toBeUndefined();
  });
});
