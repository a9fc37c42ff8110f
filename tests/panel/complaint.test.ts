import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { draftComplaint } from '../../lib/domain/complaint-draft';
import { emptyForm, longestWords } from '../../lib/domain/complaint-form';
import { emptyGuide, roundByHand } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide-state';
import { createComplaint } from '../../lib/panel/complaint';
import { createConversation } from '../../lib/panel/conversation';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { createSession } from '../../lib/panel/session';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, message, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com:8443/talks/1';
const refused: MemoryState = { is: 'opened', ok: false, reason: 'storage-full' };
const talk = [
  message('m1', 'customer', 'Hello', { at: 500 }),
  message('m2', 'agent', 'Good morning, what can I do for you today? Take your time.'),
  message('m3', 'customer', 'The cup was broken.', { at: 700 }),
];
const drafted = { who: 'Dana', what: 'The cup was broken.', feeling: 'angry', request: '' };

async function start(state?: MemoryState) {
  const page = createFakePage();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(() => 1000);
  const memory = signal<MemoryState>(state ?? fake.opened);
  const conversation = createConversation(session, memory, signal(undefined), () => 1000);
  const notices = createNotices();
  const guide = signal<Guide>({ ...emptyGuide, heaviest: { is: 'angry', words: 'so' } });
  const complaint = createComplaint({
    session,
    conversation,
    memory,
    notices,
    guide: { state: guide },
    engine: signal({ draftComplaint }),
    now: () => 1e3,
    describeFeeling: ({ is }) => is,
  });
  session.bind(7);
  page.show(url, viewOf(talk, { key: 'a', customer: 'Dana' }));
  await settled();
  return { page, fake, memory, conversation, notices, guide, complaint };
}

describe('the form', () => {
  test('is drafted from the conversation; the request is left to be asked', async () => {
    const { complaint } = await start();
    expect(complaint.form.value).toEqual(drafted);
  });

  test('follows the conversation until the agent writes', async () => {
    const { page, guide, complaint } = await start();
    complaint.edit({ request: 'a new one' });
    guide.value = { ...emptyGuide, heaviest: { is: 'sad', words: 'so' } };
    const longer = message('m4', 'customer', 'And the saucer was broken as well.');
    page.show(url, viewOf([...talk, longer], { key: 'a', customer: 'Dana' }));
    expect(complaint.form.value).toEqual({
      who: 'Dana',
      what: 'And the saucer was broken as well.',
      feeling: 'sad',
      request: 'a new one',
    });
    complaint.edit({ what: 'My own words.' });
    page.show(url, viewOf(talk, { key: 'a', customer: 'Dana' }));
    expect(complaint.form.value.what).toBe('My own words.');
  });

  test('is empty beside a page without a conversation', async () => {
    const { page, guide, complaint } = await start();
    page.show('https://other.example.com/', { reading: null, draft: viewOf([]).draft });
    guide.value = emptyGuide;
    expect(complaint.form.value).toEqual(emptyForm);
  });

  test('takes no more of a message than fits', async () => {
    const { page, complaint } = await start();
    const long = message('m4', 'customer', 'x'.repeat(longestWords + 1));
    page.show(url, viewOf([long], { key: 'a' }));
    expect(complaint.form.value.what).toHaveLength(longestWords);
    expect(await complaint.save()).toBe(true);
  });

  test.each([
    ['with the log', undefined],
    ['without it', refused],
  ])('%s keeps what was written for each conversation by itself', async (_, state) => {
    const { page, complaint } = await start(state);
    complaint.edit({ request: 'a new one' });
    page.show(url, viewOf([], { key: 'b' }));
    await settled();
    expect(complaint.form.value.request).toBe('');
    complaint.edit({ request: 'money back' });
    page.show(url, viewOf(talk, { key: 'a' }));
    await settled();
    expect(complaint.form.value.request).toBe('a new one');
  });

  test('keeps what was written before the log was open', async () => {
    const { fake, memory, complaint } = await start({ is: 'opening' });
    complaint.edit({ request: 'a new one' });
    memory.value = fake.opened;
    await settled();
    expect(complaint.form.value.request).toBe('a new one');
  });
});

describe('saving', () => {
  test('puts it into the log with where and when it was received', async () => {
    const { fake, conversation, notices, complaint } = await start();
    complaint.edit({ request: ' a new one ', category: 'delivery' });
    expect(await complaint.save()).toBe(true);
    expect(fake.complaints).toEqual([
      {
        ...drafted,
        request: 'a new one',
        category: 'delivery',
        version: 2,
        id: expect.any(String),
        number: 1,
        conversationId: conversation.id.value,
        channel: 'chat.example.com:8443',
        receivedAt: 500,
        savedAt: 1000,
        changedAt: 1000,
        state: 'recorded',
        revision: 0,
        reopened: 0,
        tags: [],
      },
    ]);
    expect(notices.current.value).toMatchObject({ about: 'saved', text: '1' });
  });

  test('was received now where the page tells no time', async () => {
    const { page, fake, complaint } = await start();
    page.show(url, viewOf([message('m1', 'customer', 'Hello')], { key: 'a' }));
    await complaint.save();
    expect(fake.complaints[0]?.receivedAt).toBe(1000);
  });

  test('empties the form, and the conversation does not fill it again', async () => {
    const { complaint } = await start();
    complaint.edit({ category: 'delivery' });
    await complaint.save();
    expect(complaint.form.value).toEqual(emptyForm);
  });

  test('the key pressed twice saves once', async () => {
    const { fake, complaint } = await start();
    expect(await Promise.all([complaint.save(), complaint.save()])).toEqual([true, true]);
    expect(fake.complaints).toHaveLength(1);
  });

  test('a second complaint of the same conversation may follow', async () => {
    const { fake, complaint } = await start();
    await complaint.save();
    complaint.edit({ what: 'And the spoon is missing.' });
    await complaint.save();
    expect(fake.complaints.map(({ number, what }) => [number, what])).toEqual([
      [1, 'The cup was broken.'],
      [2, 'And the spoon is missing.'],
    ]);
  });
});

describe('what cannot be saved stays in the form, and is told', () => {
  test.each<[string, { what: string }, MemoryState | undefined, string]>([
    ['nothing happened', { what: '  ' }, undefined, 'what-missing'],
    ['too much happened', { what: 'x'.repeat(longestWords + 1) }, undefined, 'too-long'],
    ['no log', { what: 'x' }, refused, 'no-memory'],
    ['another window keeps it', { what: 'x' }, { is: 'opening', isBlocked: true }, 'no-memory'],
  ])('%s', async (_, edit, state, why) => {
    const { notices, complaint } = await start(state);
    complaint.edit(edit);
    expect(await complaint.save()).toBe(false);
    expect(complaint.form.value).toEqual({ ...drafted, ...edit });
    expect(notices.current.value).toEqual({ about: 'not-saved', why });
  });

  test('the log is still being opened: it is saved once it is', async () => {
    const { fake, memory, notices, complaint } = await start({ is: 'opening' });
    complaint.edit({ what: 'The lid is loose.' });
    const saving = complaint.save();
    await settled();
    expect([fake.complaints, notices.current.value]).toEqual([[], undefined]);
    complaint.edit({ what: 'The lid is loose, and the cup.' });
    memory.value = fake.opened;
    expect(await saving).toBe(true);
    expect(fake.complaints).toMatchObject([{ what: 'The lid is loose, and the cup.' }]);
  });

  test('the disk is full, and then is not', async () => {
    const { fake, notices, complaint } = await start();
    fake.refuse('complaints.add');
    expect(await complaint.save()).toBe(false);
    expect(notices.current.value).toEqual({ about: 'not-saved', why: 'QuotaExceededError' });
    expect(complaint.form.value).toEqual(drafted);
    fake.allow('complaints.add');
    expect(await complaint.save()).toBe(true);
  });
});

describe('undo', () => {
  test('takes it out of the log and gives the form back as it was', async () => {
    const { fake, notices, complaint } = await start();
    complaint.edit({ request: 'a new one', category: 'delivery' });
    const before = complaint.form.value;
    await complaint.save();
    notices.current.value?.undo?.();
    await settled();
    expect(fake.complaints).toEqual([]);
    expect(complaint.form.value).toEqual(before);
    expect(notices.current.value).toEqual({ about: 'removed', text: '1' });
  });

  test('gives the form back to the conversation that it belongs to', async () => {
    const { page, notices, complaint } = await start();
    complaint.edit({ request: 'a new one' });
    await complaint.save();
    page.show(url, viewOf([], { key: 'b' }));
    await settled();
    notices.current.value?.undo?.();
    await settled();
    expect(complaint.form.value.request).toBe('');
    page.show(url, viewOf(talk, { key: 'a', customer: 'Dana' }));
    await settled();
    expect(complaint.form.value.request).toBe('a new one');
  });

  test('that does not work is told, and the complaint stays in the log', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { fake, notices, complaint } = await start();
    await complaint.save();
    const { undo } = notices.current.value ?? {};
    fake.refuse('complaints.remove');
    undo?.();
    await settled();
    expect(fake.complaints).toHaveLength(1);
    expect(told).toHaveBeenCalledTimes(1);
    expect(complaint.form.value).toEqual(emptyForm);
    told.mockRestore();
  });
});

describe('a second complaint in the conversation', () => {
  const more = [
    message('m4', 'customer', 'And the bill is wrong.'),
    message('m5', 'agent', 'Which one?'),
  ];
  async function second(id = 'm4') {
    const all = await start();
    const first = { ...all.guide.value, category: 'product-quality' };
    all.complaint.edit({ request: 'a new cup' });
    all.page.show(url, viewOf([...talk, ...more], { key: 'a', customer: 'Dana' }));
    all.guide.value = { ...emptyGuide, id, earlier: [first] };
    return all;
  }

  test.each(['m4', roundByHand('m4', 1)])(
    '%s has a form of its own, from its own messages',
    async (id) => {
      const { complaint } = await second(id);
      expect([complaint.count.value, complaint.chosen.value]).toEqual([2, 1]);
      expect(complaint.form.value).toEqual({
        ...drafted,
        what: 'And the bill is wrong.',
        feeling: '',
      });
    },
  );

  test('leaves the first as it was: it can still be read, corrected and saved', async () => {
    const { complaint, fake } = await second();
    complaint.choose(0);
    const first = { ...drafted, request: 'a new cup', category: 'product-quality' };
    expect(complaint.form.value).toEqual(first);
    await complaint.save();
    complaint.choose(1);
    expect(complaint.form.value.what).toBe('And the bill is wrong.');
    await complaint.save();
    expect(fake.complaints.map(({ what }) => what)).toEqual([
      drafted.what,
      'And the bill is wrong.',
    ]);
  });

  test('of another conversation is not chosen here', async () => {
    const { complaint, page, guide } = await second();
    complaint.choose(0);
    page.show(url, viewOf(talk, { key: 'b', customer: 'Kim' }));
    guide.value = { ...guide.value };
    expect(complaint.chosen.value).toBe(1);
  });
});
