// Where the words of a cue were found: in a question or not, at a start, as an echo.
import { describe, expect, test } from 'vitest';
import type { Cue } from '../../lib/domain/pack';
import { counts, overlaps, sceneOf, sentenceAt } from '../../lib/domain/scene';
import type { Said } from '../../lib/domain/scene';

/** Whether a cue of these terms counts for the words between the stars. */
function counting(marked: string, terms: Partial<Cue>, ...before: Said[]): boolean {
  const [head = '', words = ''] = marked.split('*');
  const text = marked.replaceAll('*', '');
  const range = { start: head.length, end: head.length + words.length };
  const cue: Cue = { means: 'probe.open', side: 'agent', words: ['x'], ...terms };
  return counts(cue, range, sceneOf(text, before));
}

describe('a cue counts', () => {
  test.each<[string, Partial<Cue>, boolean]>([
    ['Send *the form*.', {}, true],
    ['Can you send *the form*?', { only: 'question' }, true],
    ['Send *the form*. Is it there?', { only: 'question' }, false],
    ['Is it there? Send *the form*.', { only: 'question' }, false],
    ['Can you send *the form*?', { only: 'statement' }, false],
    ['Send *the form*.', { only: 'statement' }, true],
    ['*Send* the form.', { start: 'clause' }, true],
    ['We *send* the form.', { start: 'clause' }, false],
    ['It is here, *send* it.', { start: 'clause' }, true],
    ['It is here, we *send* it.', { start: 'clause' }, false],
    ['It is here, and then *send* it.', { start: 'clause' }, true],
    ['It is here, we please *send* it.', { start: 'clause' }, true],
    ['东西在这里，请您*寄回*。', { start: 'clause' }, true],
    ['东西在这里，我们*寄回*。', { start: 'clause' }, false],
    ['*Hello*, it is here.', { start: 'message' }, true],
    ['Oh *hello* there, it is here.', { start: 'message' }, true],
    ['It is here, *hello*.', { start: 'message' }, false],
    ['It is here. *Hello*.', { start: 'message' }, false],
    ['We say. *Hello*.', { start: 'message' }, false],
  ])('in %j under %j: %s', (marked, terms, expected) => {
    expect(counting(marked, terms)).toBe(expected);
  });

  test('as an echo of what the customer said, in its own sentence', () => {
    const customer: Said = { side: 'customer', text: 'My kettle leaks.' };
    const agent: Said = { side: 'agent', text: 'My kettle leaks.' };
    const other: Said = { side: 'customer', text: 'Hello?' };
    const echo = { echo: true } as const;
    expect(counting('So *your* kettle leaks.', echo, customer)).toBe(true);
    expect(counting('So *your* kettle leaks.', echo)).toBe(false);
    expect(counting('So *your* kettle leaks.', echo, agent)).toBe(false);
    expect(counting('So *your* lamp. The kettle leaks.', echo, customer)).toBe(false);
    expect(counting('So *your* kettle leaks.', echo, customer, other, other, other)).toBe(true);
    const long = [customer, other, other, other, other];
    expect(counting('So *your* kettle leaks.', echo, ...long)).toBe(false);
  });
});

test('ranges overlap that share a character', () => {
  const range = { start: 3, end: 5 };
  expect(overlaps(range, { start: 4, end: 9 })).toBe(true);
  expect(overlaps(range, { start: 5, end: 9 })).toBe(false);
  expect(overlaps(range, { start: 0, end: 3 })).toBe(false);
  expect(overlaps(range, { start: 0, end: 4 })).toBe(true);
});

test('a passage is in the sentence in which it begins, or in all of it', () => {
  const text = 'One. Two. Three.';
  const scene = sceneOf(text, []);
  const at = (start: number) => {
    const sentence = sentenceAt(scene, { start, end: start + 1 });
    return text.slice(sentence.start, sentence.end);
  };
  expect(at(0)).toBe('One.');
  expect(at(5)).toBe('Two.');
  expect(at(8)).toBe('Two.');
  expect(at(text.length)).toBe(text);
});
