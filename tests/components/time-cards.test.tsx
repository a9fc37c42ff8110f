// Holds, promises and the list of what is due, by key and by click, in every state.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const promise = {
  en: "I'll call you back within 20 minutes.",
  'zh-CN': '我会在20分钟内给您回电。',
};
const talk = (language: 'en' | 'zh-CN' = 'en') =>
  chatPage([{ text: language === 'en' ? 'Where is it? Call 020 7946 0018' : '我的快递呢？' }]);
const promising = (language: 'en' | 'zh-CN' = 'en') =>
  chatPage([
    { text: language === 'en' ? 'Where is my parcel?' : '我的快递呢？' },
    { side: 'agent', text: promise[language] },
  ]);
const minute = 60_000;
const nextYear = Date.UTC(2027, 0, 4);

beforeEach(() => setScreen(360, 'light'));

async function ready(...options: Parameters<typeof showPanel>) {
  const world = await showPanel(...options);
  await vi.waitFor(() => expect(world.panel.conversation.id.value).toBeDefined());
  return world;
}
type World = Awaited<ReturnType<typeof ready>>;

/** Letters typed into a field are no keys. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const kindsIn = ({ panel }: World) => panel.conversation.events.value.map(({ kind }) => kind);

/** Asks for a hold from the form, and waits for the question what they said. */
async function ask(world: World) {
  await userEvent.keyboard('h');
  await userEvent.fill(page.getByLabelText('What you will check'), 'the depot');
  await page.getByRole('button', { name: 'Insert the question' }).click();
  await expect.element(page.getByRole('form', { name: /Asked whether/ })).toBeVisible();
  await vi.waitFor(() => expect(world.box.text).not.toBe(''));
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(
    [240, 360, 480].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
    ),
  )('at $width px, $scheme, no state has barriers', async ({ width, scheme }) => {
    await setScreen(width, scheme);
    const { panel, pass } = await ready({ language, page: promising(language) });
    const hasNone = async () => {
      expect(await findBarriers()).toEqual([]);
      expect(findOverflow()).toEqual([]);
    };
    await vi.waitFor(() => expect(panel.promises.value?.proposal.value).toBeDefined());
    await expect.element(page.getByRole('form')).toBeVisible();
    await hasNone();
    await panel.timers.ask({ reason: 'depot', announcedMs: minute, contact: '' });
    await vi.waitFor(() => expect(document.querySelectorAll('form.card')).toHaveLength(2));
    await hasNone();
    await userEvent.keyboard('yp');
    await vi.waitFor(() => expect(document.querySelector('.hold')).not.toBeNull());
    await vi.waitFor(() => expect(panel.promises.value?.here.value).toHaveLength(1));
    await hasNone();
    pass(95_000);
    await hasNone();
    pass(25 * minute);
    await hasNone();
    await page.getByRole('button', { name: language === 'en' ? 'Not kept' : '没兑现' }).click();
    await hasNone();
    await userEvent.keyboard('{Escape}');
    await panel.promises.value?.make({ kind: 'follow-up', what: '', due: nextYear });
    await vi.waitFor(() => expect(panel.promises.value?.here.value).toHaveLength(2));
    leaveField();
    await userEvent.keyboard('d');
    await vi.waitFor(() => expect(document.querySelectorAll('.due-list li')).toHaveLength(3));
    await hasNone();
  });
});

describe('asking for a hold (H1, H2, H3)', () => {
  test('a key is never lost between the form and the card for their answer', async () => {
    await ready({ page: talk() });
    await userEvent.keyboard('h');
    await userEvent.fill(page.getByLabelText('What you will check'), 'the depot');
    const focused: (string | undefined)[] = [];
    const observer = new MutationObserver(() => focused.push(document.activeElement?.tagName));
    observer.observe(document.body, { childList: true, subtree: true });
    await page.getByRole('button', { name: 'Insert the question' }).click();
    await expect.element(page.getByRole('form', { name: /Asked whether/ })).toBeVisible();
    await vi.waitFor(() => expect(document.querySelector('.hold-form')).toBeNull());
    observer.disconnect();
    expect(focused).not.toContain('BODY');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Hold' })).toBeVisible();
  });

  test('the contact is taken from the conversation; yes begins it', async () => {
    const world = await ready({ page: talk() });
    await userEvent.keyboard('h');
    await expect.element(page.getByLabelText('How to reach them')).toHaveValue('020 7946 0018');
    await userEvent.keyboard('{Escape}');
    await ask(world);
    await userEvent.keyboard('y');
    await expect.element(page.getByRole('region', { name: 'Hold' })).toBeVisible();
    expect(world.panel.timers.holds.value[0]?.hold).toMatchObject({
      contact: '020 7946 0018',
      reason: 'the depot',
    });
    expect(kindsIn(world)).toEqual(
      expect.arrayContaining(['holdAsked', 'inserted', 'holdAnswered', 'holdStarted']),
    );
  });

  test('Enter says yes too: the question is where the form was', async () => {
    await ask(await ready({ page: talk() }));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Hold' })).toBeVisible();
  });

  test('no ends it, and nothing runs', async () => {
    const world = await ready({ page: talk() });
    await ask(world);
    leaveField();
    await userEvent.keyboard('n');
    await vi.waitFor(() => expect(world.panel.timers.holds.value).toEqual([]));
    expect(kindsIn(world)).not.toContain('holdStarted');
  });

  test('call back instead asks for the time, and is a promise with the number', async () => {
    const world = await ready({ page: talk() });
    await ask(world);
    leaveField();
    await userEvent.keyboard('c');
    const what = page.getByLabelText('What is promised');
    await expect.element(what).toHaveValue('Call back: 020 7946 0018');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Call back' })).toBeVisible();
    expect(world.panel.promises.value?.here.value).toMatchObject([
      { promised: { kind: 'call-back' } },
    ]);
  });

  test('each check-in says something else, and all of them are said at once (H4, R5)', async () => {
    const { panel, pass } = await ready({ page: talk() });
    await panel.timers.start({ reason: 'depot', announcedMs: 3 * minute });
    await vi.waitFor(() => expect(panel.timers.holds.value).toHaveLength(1));
    const id = panel.timers.holds.value[0]?.hold.id ?? '';
    const lines: (string | undefined)[] = [];
    for (const _ of [1, 2, 3, 4, 5]) {
      pass(31_000);
      lines.push(panel.nextCheckIn(id)?.phrase.id);
      await panel.checkIn(id);
      await vi.waitFor(() => expect(panel.guide.state.value.used).toContain(lines.at(-1)));
    }
    expect(new Set(lines).size).toBe(5);
    await vi.waitFor(() => expect(panel.timers.holds.value[0]?.hold.checkIns).toHaveLength(5));
  });

  test('the line says how long still', async () => {
    const { panel, box } = await ready({ page: talk() });
    await panel.timers.start({ reason: 'depot', announcedMs: 4 * minute });
    await vi.waitFor(() => expect(panel.timers.holds.value).toHaveLength(1));
    await panel.checkIn(panel.timers.holds.value[0]?.hold.id ?? '');
    expect(box.text).toContain('4');
  });

  test('B comes back with thanks and says how it went (H6)', async () => {
    const { panel, box, pass } = await ready({ page: talk() });
    await panel.timers.start({ reason: 'depot', announcedMs: minute });
    await expect.element(page.getByRole('region', { name: 'Hold' })).toBeVisible();
    pass(95_000);
    await expect.element(page.getByText('missed: 2')).toBeVisible();
    await userEvent.keyboard('b');
    await expect
      .element(page.getByText('The hold took 1:35. Check-ins: 0, missed: 2.'))
      .toBeVisible();
    expect(box.text).toMatch(/thank/i);
    // The log shows what it has taken a moment later.
    await vi.waitFor(() =>
      expect(panel.conversation.events.value.at(-2)).toMatchObject({
        kind: 'holdEnded',
        lengthMs: 95_000,
        overMs: 35_000,
        missed: 2,
      }),
    );
  });
});

describe('a promise in what was sent (P1)', () => {
  test('P takes it, K keeps it, Z takes that back', async () => {
    const { panel } = await ready({ page: promising() });
    await expect.element(page.getByRole('form', { name: /just promised/ })).toBeVisible();
    await userEvent.keyboard('p');
    const card = page.getByRole('region', { name: 'Promise' });
    await expect.element(card).toHaveTextContent('in 20 min');
    await expect.element(card).toHaveTextContent(promise.en);
    await userEvent.keyboard('k');
    await expect.element(card).not.toBeInTheDocument();
    await userEvent.keyboard('z');
    await expect.element(card).toBeVisible();
    expect(panel.conversation.events.value.map(({ kind }) => kind).slice(-3)).toEqual([
      'promiseMade',
      'promiseEnded',
      'promiseReopened',
    ]);
  });

  test('O leaves it', async () => {
    await ready({ page: promising() });
    const card = page.getByRole('form', { name: /just promised/ });
    await expect.element(card).toBeVisible();
    await userEvent.keyboard('o');
    await expect.element(card).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Note a promise' })).toBeVisible();
  });

  test('is changed before it is taken', async () => {
    const { panel } = await ready({ page: promising() });
    await expect.element(page.getByRole('form', { name: /just promised/ })).toBeVisible();
    await userEvent.keyboard('e');
    await userEvent.fill(page.getByLabelText('What is promised'), 'call Dana');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() =>
      expect(panel.promises.value?.here.value[0]?.promised.what).toBe('call Dana'),
    );
  });

  test('a new time is told to the customer and noted (P3)', async () => {
    const { panel, box } = await ready({ page: promising() });
    await expect.element(page.getByRole('form', { name: /just promised/ })).toBeVisible();
    await userEvent.keyboard('p');
    await page.getByRole('button', { name: 'New time' }).click();
    await page.getByRole('button', { name: 'Tell them, note it' }).click();
    await vi.waitFor(() =>
      expect(panel.promises.value?.here.value[0]?.promised.terms).toHaveLength(2),
    );
    expect(box.text).toContain('before the time is up');
    expect(panel.promises.value?.here.value[0]?.promised.terms[1]?.told).toBe(true);
  });

  test('one that lapsed can only be kept late, or not kept with what was done', async () => {
    const { panel, pass } = await ready({ page: promising() });
    await expect.element(page.getByRole('form', { name: /just promised/ })).toBeVisible();
    await userEvent.keyboard('p');
    const card = page.getByRole('region', { name: 'Promise' });
    await expect.element(card).toBeVisible();
    pass(25 * minute);
    await expect.element(card).toHaveTextContent('5 min late');
    expect(page.getByRole('button', { name: 'New time' }).query()).toBeNull();
    await page.getByRole('button', { name: 'Not kept' }).click();
    await userEvent.fill(page.getByLabelText('What you have done about it'), 'phoned, sorry');
    await userEvent.keyboard('{Enter}');
    await expect.element(card).not.toBeInTheDocument();
    await expect
      .poll(() => panel.conversation.events.value.at(-1))
      .toMatchObject({
        kind: 'promiseEnded',
        how: 'broken',
        done: 'phoned, sorry',
      });
  });

  test('P opens an empty one where nothing is proposed; a time that is over is refused', async () => {
    const { panel } = await ready({ page: talk() });
    await expect.element(page.getByRole('button', { name: 'Note a promise' })).toBeVisible();
    await userEvent.keyboard('p');
    await userEvent.fill(page.getByLabelText('What is promised'), 'news');
    await userEvent.fill(page.getByLabelText('By when'), '2020-01-01T10:00');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert').getByText(/This time has passed/)).toBeVisible();
    expect(panel.promises.value?.here.value).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('form')).not.toBeInTheDocument();
  });
});

test('the clock of the first answer runs until the agent has written (P4)', async () => {
  const { show, pass } = await ready({ page: talk() });
  await expect.element(page.getByText('First answer: 1:00 left')).toBeVisible();
  pass(75_000);
  await expect.element(page.getByText('First answer: 0:15 over')).toBeVisible();
  show(chatPage([{ text: 'Where is it?' }, { side: 'agent', text: 'Let me see.' }]));
  await expect.element(page.getByText(/First answer/)).not.toBeInTheDocument();
});
