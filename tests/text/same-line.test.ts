import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineMemory } from '../../lib/text/same-line';

const again = (said: readonly string[], text: string) => {
  const range = createLineMemory()(said)(text);
  return range && text.slice(range.start, range.end);
};

describe('a line is said again', () => {
  test.each([
    ['I am looking into it right now for you.', 'I am looking into it right now for you.'],
    ['I am looking into it right now for you.', "I'm looking into it right now for you!"],
    ['Your order 4711 is on its way to you.', 'Your order 4712 is on its way to you.'],
    ['我正在帮您核实订单的情况。', '我正在帮您核实这个订单的情况。'],
    ['I do look into these', 'I DO LOOK INTO THESE!'],
    ['我正在核实订单', '我正在核实订单。'],
    ['Hello. I understand how upsetting this is.', 'I understand how upsetting this is. So:'],
  ])('%j in %j', (said, text) => {
    expect(again([said], text)).toBeDefined();
  });

  test('is told by its sentence alone', () => {
    const text = 'Thank you. I am looking into it right now. Anything else?';
    expect(again(['I am looking into it right now.'], text)?.trim()).toContain('looking into it');
    expect(again(['I am looking into it right now.'], text)).not.toContain('Anything');
  });
});

describe('a line is not said again', () => {
  test.each([
    ['One moment, please.', 'One moment.'],
    ['I am looking into it right now.', 'I have found the parcel in our Leeds depot.'],
    ['我正在帮您核实订单的情况。', '您的包裹明天上午会送到。'],
    ['好的，马上。', '好的，马上。'],
    ['I see.', 'I see.'],
    ['I do look into this.', 'I do look into this.'],
    ['我在核实订单', '我在核实订单。'],
  ])('%j and %j', (said, text) => {
    expect(again([said], text)).toBeUndefined();
  });
});

test('any line that is long enough is found again, among any others', () => {
  const line = fc.stringMatching(/^[a-z]{20,60}$/);
  fc.assert(
    fc.property(line, fc.array(line), (one, others) => {
      expect(again([...others, one], one)).toBe(one);
    }),
  );
});

test('what is no longer remembered is forgotten', () => {
  const remember = createLineMemory();
  const line = 'I am looking into it right now for you.';
  const other = 'The parcel is on its way from our depot.';
  expect(remember([line, other])(line)).toBeDefined();
  expect(remember([other])(line)).toBeUndefined();
  expect(remember([other, line])(line)).toBeDefined();
  expect(remember(['Something else entirely, at length.'])(line)).toBeUndefined();
});
