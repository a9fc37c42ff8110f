import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { createHints } from '../../lib/data/hints';
import { createLedger } from '../../lib/data/ledger';
import { createBroken } from '../../lib/data/sound';
import type { LedgerEvent } from '../../lib/domain/event';

const facts = { key: '', site: 'demo', channel: 'help.example', customer: 'Dana' };

function open() {
  const db = createDatabase(`test-${crypto.randomUUID()}`, indexedDB);
  const ledger = createLedger(db, Date.now, () => crypto.randomUUID(), createBroken());
  return { db, ledger, hints: createHints(db) };
}

describe('hints', () => {
  const rule = 'W3';
  const answer = (
    kind: 'rewriteAccepted' | 'rewriteUndone' | 'rewriteDismissed' | 'rewriteRestored',
  ): LedgerEvent => ({ kind, at: 1, rewrite: 'built-in.en:must', rule });
  async function answered(...answers: [key: string, ...kinds: Parameters<typeof answer>[0][]][]) {
    const memory = open();
    for (const [key, ...kinds] of answers) {
      const { id } = await memory.ledger.open({ ...facts, key });
      await memory.ledger.append(id, kinds.map(answer));
    }
    return memory;
  }
  const counts = async ({ db }: ReturnType<typeof open>) => {
    const row = await db.hints.get(rule);
    return [row?.accepted, row?.dismissed];
  };

  test('are counted by rule, and what is taken back is not', async () => {
    const all = await answered(
      ['one', 'rewriteAccepted', 'rewriteAccepted', 'rewriteUndone'],
      ['two', 'rewriteDismissed', 'rewriteDismissed', 'rewriteRestored'],
    );
    expect(await counts(all)).toEqual([1, 1]);
  });

  test('a conversation counts once in a row, however often it dismisses', async () => {
    const twice = ['rewriteDismissed', 'rewriteDismissed'] as const;
    const all = await answered(['one', ...twice], ['two', 'rewriteDismissed']);
    expect(await all.hints.inARow(rule)).toBe(2);
    expect(await all.hints.inARow('W8')).toBe(0);
  });

  test.each([
    ['accepting one', ['three', 'rewriteAccepted'], 0],
    ['taking a dismissal back', ['two', 'rewriteRestored'], 1],
  ] as const)('%s breaks the row', async (_, last, left) => {
    const all = await answered(['one', 'rewriteDismissed'], ['two', 'rewriteDismissed'], [...last]);
    expect(await all.hints.inARow(rule)).toBe(left);
  });

  test('a rule that is switched on again starts anew, and keeps its counts', async () => {
    const all = await answered(['one', 'rewriteDismissed']);
    await all.hints.restart(rule);
    expect(await all.hints.inARow(rule)).toBe(0);
    expect(await counts(all)).toEqual([0, 1]);
  });

  test('an answer without a rule, as an earlier version noted it, counts nowhere', async () => {
    const memory = open();
    const { id } = await memory.ledger.open(facts);
    await memory.ledger.append(id, [{ kind: 'rewriteDismissed', at: 1, rewrite: 'x' }]);
    expect(await memory.db.hints.count()).toBe(0);
  });
});
