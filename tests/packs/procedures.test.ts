import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { packSchema, procedureSchema, threatSchema } from '../../lib/domain/pack';

const packs = ['en', 'zh-cn'].map((name) => {
  const file = new URL(`../../public/packs/${name}.json`, import.meta.url);
  return { name, pack: packSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
});

describe.each(packs)('the procedures of the built-in pack $name', ({ pack }) => {
  const { procedures = [] } = pack;

  test('are one for each threat', () => {
    expect(procedures.map(({ threat }) => threat)).toEqual(threatSchema.options);
  });

  test('name no number and no contact: those are the organisation’s own', () => {
    const texts = procedures.flatMap(({ title, steps, say }) => [title, ...steps, say]);
    expect(texts.filter((text) => /\d/.test(text))).toEqual([]);
    expect(procedures.filter(({ contacts }) => contacts)).toEqual([]);
  });

  test('fetch the supervisor, and send to the organisation’s own procedure', () => {
    const calls =
      pack.language === 'en' ? [/supervisor/, /organisation's own/] : [/主管/, /本单位/];
    for (const { steps } of procedures)
      for (const call of calls) expect(steps.some((step) => call.test(step))).toBe(true);
  });

  test('say a line that the draft check has nothing against', () => {
    const check = createDraftCheck([pack]);
    expect(procedures.flatMap(({ say }) => check(say))).toEqual([]);
  });
});

describe('a procedure', () => {
  const good = {
    id: 'own',
    threat: 'threat.violence',
    title: 'Code red',
    steps: ['Press the button.'],
    contacts: [{ name: 'Guard', how: 'inside line 7' }],
    say: 'One moment, please.',
  };

  test('may name contacts', () => {
    expect(procedureSchema.safeParse(good).success).toBe(true);
  });

  test.each([
    { steps: [] },
    { threat: 'threat.press' },
    { say: 'Hello {customer}.' },
    { contacts: [{ name: 'Guard' }] },
  ])('with %j is refused', (bad) => {
    expect(procedureSchema.safeParse({ ...good, ...bad }).success).toBe(false);
  });
});
