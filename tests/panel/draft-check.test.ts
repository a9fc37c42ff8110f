import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { emptyGuide } from '../../lib/domain/guide-state';
import type { Quiet } from '../../lib/domain/settings';
import { createConversation } from '../../lib/panel/conversation';
import { createDraftStore } from '../../lib/panel/draft-check';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { createSession } from '../../lib/panel/session';
import { createFakeClock } from '../support/fake-clock';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';
const rewrite = { id: 'must', rule: 'W3', words: ['you must'], to: [{ text: 'please' }] };
const check = createDraftCheck([{ id: 'test', language: 'en', rewrites: [rewrite] }]);

const noop = () => undefined;

async function start({ canSave = true, canCopy = true, canNote = true } = {}) {
  const page = createFakePage();
  const clock = createFakeClock();
  const fake = createFakeMemory(clock.now);
  const quiet = signal<readonly Quiet[]>([]);
  const notices = createNotices();
  const open = async () => {
    const session = createSession(page.openLink);
    const memory = signal<MemoryState>(fake.opened);
    const conversation = createConversation(session, memory, signal(undefined), clock.now);
    const store = createDraftStore({
      session,
      memory,
      packs: { ear: signal(undefined) },
      guide: { state: signal(emptyGuide), phraseFor: noop },
      conversation: canNote ? conversation : { ...conversation, append: () => new Promise(noop) },
      notices,
      check: signal(check),
      quiet,
      saveQuiet: async (next) => {
        if (!canSave) throw new Error('No room.');
        quiet.value = next;
      },
      copy: () => (canCopy ? Promise.resolve() : Promise.reject(new Error('No clipboard.'))),
      now: clock.now,
    });
    session.bind(7);
    type('');
    await settled();
    return { store, conversation };
  };
  const type = (text: string) =>
    page.show(url, { ...viewOf([]), draft: { found: true, text, focusedAt: 1 } });
  return { page, notices, quiet, type, open, ...(await open()) };
}
const kindsIn = ({ conversation }: Awaited<ReturnType<typeof start>>) =>
  conversation.events.value.map(({ kind }) => kind);

function first({ store }: Pick<Awaited<ReturnType<typeof start>>, 'store'>) {
  const [flag] = store.flags.value;
  if (!flag) throw new Error('Nothing is pointed out.');
  return flag;
}

describe('accepting', () => {
  test('replaces the words if they still stand there, and notes it', async () => {
    const all = await start();
    all.type('Hi, you must pay.');
    await all.store.accept(first(all), 0);
    await settled();
    expect(all.page.replaced).toEqual([
      { frameId: 0, range: { start: 4, end: 12, expected: 'you must' }, text: 'please' },
    ]);
    expect(kindsIn(all)).toEqual(['rewriteAccepted']);
  });

  test('can be taken back: the words come back where the rewrite stands', async () => {
    const all = await start();
    all.type('Hi, you must pay.');
    await all.store.acceptFirst(0);
    all.notices.current.value?.undo?.();
    await settled();
    expect(all.page.replaced[1]).toEqual({
      frameId: 0,
      range: { start: 4, end: 10, expected: 'please' },
      text: 'you must',
    });
    expect(kindsIn(all)).toEqual(['rewriteAccepted', 'rewriteUndone']);
    expect(all.notices.current.value).toBeUndefined();
  });

  test('that cannot be taken back any more says why', async () => {
    const all = await start();
    all.type('You must pay.');
    await all.store.acceptFirst(0);
    all.page.answerWith({ ok: false, reason: 'moved' });
    all.notices.current.value?.undo?.();
    await settled();
    expect(all.notices.current.value).toEqual({ about: 'not-undone', why: 'moved' });
  });

  test('twice at once changes the draft once', async () => {
    const all = await start();
    all.type('You must pay.');
    await Promise.all([all.store.acceptFirst(0), all.store.acceptFirst(0)]);
    expect(all.page.replaced).toHaveLength(1);
  });

  test('and accepting again does not wait for what is being noted', async () => {
    const all = await start({ canNote: false });
    all.type('You must pay.');
    await all.store.acceptFirst(0);
    await all.store.acceptFirst(0);
    expect(all.page.replaced).toHaveLength(2);
  });

  test.each([
    [true, 'copied-instead'],
    [false, 'not-inserted'],
  ] as const)('that did not land: clipboard %j, the notice %s', async (canCopy, about) => {
    const all = await start({ canCopy });
    all.page.answerWith({ ok: false, reason: 'rejected' });
    all.type('You must pay.');
    await all.store.acceptFirst(0);
    expect(all.notices.current.value).toEqual({ about, why: 'rejected', text: 'Please' });
    expect(kindsIn(all)).toEqual([]);
  });

  test('a wording that is not there does nothing', async () => {
    const all = await start();
    all.type('You must pay.');
    await all.store.acceptFirst(2);
    expect(all.page.replaced).toEqual([]);
  });
});

describe('dismissing', () => {
  test('for this conversation is remembered by a panel opened later', async () => {
    const all = await start();
    all.type('You must pay.');
    all.store.dismiss(first(all), 'conversation');
    await settled();
    expect(all.store.flags.value).toEqual([]);
    const later = await all.open();
    all.type('You must pay.');
    await settled();
    expect(later.store.flags.value).toEqual([]);
  });

  test('for good is stored, and its undo takes it out again', async () => {
    const all = await start();
    all.type('You must pay.');
    all.store.dismiss(first(all), 'always');
    await settled();
    expect(all.quiet.value).toEqual([{ id: 'test:must', words: 'You must' }]);
    expect(all.store.flags.value).toEqual([]);
    all.notices.current.value?.undo?.();
    await settled();
    expect(all.quiet.value).toEqual([]);
    expect(all.store.flags.value).toHaveLength(1);
  });

  test('for good where nothing can be stored says so, and points it out again', async () => {
    const all = await start({ canSave: false });
    all.type('You must pay.');
    all.store.dismiss(first(all), 'always');
    await settled();
    expect(all.notices.current.value).toEqual({ about: 'hint-not-silenced', why: 'No room.' });
    expect(all.store.flags.value).toHaveLength(1);
  });
});

describe('a rule that is dismissed in one conversation after the other', () => {
  async function dismissThrice() {
    const all = await start();
    for (let times = 0; times < 3; times++) {
      all.page.show(url, draftOf(`talk ${times}`, 'You must pay.'));
      await settled();
      all.store.dismissFirst();
      await settled();
    }
    return all;
  }
  const draftOf = (key: string, text: string) => ({
    ...viewOf([], { key }),
    draft: { found: true, text, focusedAt: 1 } as const,
  });

  test('goes quiet by itself at the third, says so, and can be taken back', async () => {
    const all = await dismissThrice();
    expect(all.quiet.value).toEqual([{ id: 'rule:W3', words: 'W3', rule: 'W3' }]);
    expect(all.notices.current.value?.about).toBe('rule-quiet');
    all.page.show(url, draftOf('talk 9', 'You must pay.'));
    await settled();
    expect(all.store.flags.value).toEqual([]);
    all.notices.current.value?.undo?.();
    await settled();
    expect(all.quiet.value).toEqual([]);
    expect(all.store.flags.value).toHaveLength(1);
  });
});
