import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createEar } from '../../lib/domain/hear';
import { chatPage, findBarriers, findOverflow, setScreen, showPanel } from './world';

const complaint = [
  { text: 'Hello?' },
  {
    text: 'My parcel was promised three times and never came. I am angry and I need it by Friday!',
  },
];
const angry = () => chatPage(complaint);
const screens = [240, 360, 480].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

beforeEach(() => setScreen(360, 'light'));

describe.each(screens)('at $width px, $scheme, $language', ({ width, scheme, language }) => {
  const hasNoBarriers = async () => {
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  };

  test('the guide, a hold and the form for one, the keys and the log have no barriers', async () => {
    await setScreen(width, scheme);
    const { panel, pass } = await showPanel({ language, page: angry() });
    await vi.waitFor(() => expect(panel.conversation.events.value).toHaveLength(2));
    await hasNoBarriers();
    await userEvent.keyboard('h');
    await hasNoBarriers();
    await panel.timers.start({ reason: 'checking with the depot', announcedMs: 60_000 });
    await vi.waitFor(() => expect(panel.timers.holds.value).toHaveLength(1));
    pass(90_000);
    await userEvent.keyboard('{Escape}');
    await hasNoBarriers();
    await userEvent.keyboard('?');
    await hasNoBarriers();
    await userEvent.keyboard('{Escape}l');
    await panel.complaint.save();
    await vi.waitFor(() => expect(panel.log.newest.value).toHaveLength(1));
    await hasNoBarriers();
  });

  test.each([
    { is: 'connecting' } as const,
    { is: 'closed', why: 'not-allowed' } as const,
    { is: 'closed', why: 'browser-page' } as const,
    { is: 'closed', why: 'no-tab' } as const,
  ])('says what is not possible: $is $why', async (state) => {
    await setScreen(width, scheme);
    await showPanel({ language, page: state, refused: 'storage-blocked' });
    await hasNoBarriers();
  });
});

test('a key inserts the phrase that wears it, and it is not offered first again', async () => {
  const { panel, box } = await showPanel({ page: angry() });
  await vi.waitFor(() => expect(panel.guide.state.value.emotion?.is).toBe('angry'));
  const [first] = panel.guide.suggestions.value;
  await userEvent.keyboard('1');
  await vi.waitFor(() => expect(box.text).toBe(first?.text));
  await vi.waitFor(() =>
    expect(panel.guide.suggestions.value.map(({ phrase }) => phrase.id)).not.toContain(
      first?.phrase.id,
    ),
  );
});

test('a phrase that needs a word asks for it, and goes in whole', async () => {
  const { panel, box } = await showPanel({ page: angry() });
  panel.packs.use(
    [
      {
        format: 1,
        id: 'test',
        version: '1.0.0',
        title: 'Test',
        language: 'en',
        phrases: [
          { id: 'one', text: 'Is {product} what you ordered?', places: ['listen.acknowledge'] },
        ],
        cues: [],
      },
    ],
    createEar,
  );
  await userEvent.keyboard('1');
  expect(box.text).toBe('');
  await userEvent.keyboard('the blue lamp{Enter}');
  await vi.waitFor(() => expect(box.text).toBe('Is the blue lamp what you ordered?'));
});

test('a phrase that waits for a word stays, whatever is suggested meanwhile', async () => {
  const { panel, box, show } = await showPanel({ page: angry() });
  await vi.waitFor(() => expect(panel.guide.state.value.emotion?.is).toBe('angry'));
  panel.guide.show('restate');
  const asked = panel.guide.suggestions.value.find(({ missing }) => missing.length > 0);
  const index = panel.guide.suggestions.value.findIndex((each) => each === asked);
  await userEvent.keyboard(String(index + 1));
  show(chatPage([...complaint, { text: 'Thank you, I appreciate that.' }]));
  await vi.waitFor(() => expect(panel.guide.state.value.emotion?.is).toBe('positive'));
  await userEvent.keyboard('nobody came{Enter}');
  await vi.waitFor(() => expect(box.text).toContain('nobody came'));
});

test('Escape closes the keys, and only them', async () => {
  await showPanel({ page: angry() });
  await userEvent.keyboard('l?');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('What')).toBeVisible();
});

test('letters typed into a field are not taken for keys', async () => {
  const { panel, box } = await showPanel({ page: angry() });
  await userEvent.keyboard('l');
  await userEvent.fill(page.getByLabelText('What'), 'h l 1');
  expect(box.text).toBe('');
  expect(panel.complaint.form.value.what).toBe('h l 1');
});

test('what is typed on into a field that has gone is taken for no key, until the fingers rest', async () => {
  const { box } = await showPanel({ page: angry() });
  await userEvent.keyboard('h');
  await expect.element(page.getByLabelText('What you will check')).toHaveFocus();
  await userEvent.keyboard('the 2');
  // As when the page shows another conversation.
  document.querySelector('.hold-form')?.remove();
  await userEvent.keyboard('11lr');
  expect(box.text).toBe('');
  await expect.element(page.getByLabelText('What')).not.toBeInTheDocument();
  // A key that nobody types, such as Escape, ends it at once.
  await userEvent.keyboard('{Escape}1');
  await vi.waitFor(() => expect(box.text).not.toBe(''));
});

test('a phrase that did not land is on the clipboard, and the panel says why', async () => {
  const { box } = await showPanel({
    page: angry(),
    insert: () => Promise.resolve({ ok: false, reason: 'gone' }),
  });
  await userEvent.keyboard('1');
  await expect.element(page.getByText(/left the page meanwhile.*clipboard/)).toBeVisible();
  expect(box.copied).not.toBe('');
});

test('where even the clipboard refuses, the phrase is shown to copy by hand', async () => {
  const { panel } = await showPanel({
    page: angry(),
    insert: () => Promise.resolve({ ok: false, reason: 'rejected' }),
    copy: () => Promise.reject(new Error('not allowed')),
  });
  // Suggestions follow what was heard; read the first one when that has settled.
  await vi.waitFor(() => expect(panel.guide.state.value.emotion?.is).toBe('angry'));
  const text = panel.guide.suggestions.value[0]?.text ?? '';
  await userEvent.keyboard('1');
  await expect.element(page.getByRole('status').filter({ hasText: text })).toBeVisible();
});

test('a tick by message shows its words and is taken back by a click', async () => {
  const { panel } = await showPanel({
    page: chatPage([...complaint, { side: 'agent', text: 'I can hear how upsetting this is.' }]),
  });
  await vi.waitFor(() => expect(panel.guide.state.value.steps.listen).toBe('done'));
  panel.guide.show('listen');
  const box = page.getByRole('checkbox', { name: /feeling acknowledged/ });
  await expect.element(box).toBeChecked();
  await box.click();
  await expect.element(box).not.toBeChecked();
});

test('the language changes at once, without anything being lost', async () => {
  const { panel } = await showPanel({ page: angry() });
  await userEvent.keyboard('l');
  await userEvent.fill(page.getByLabelText('Wants'), 'by Friday');
  const { speak } = await import('../../components/ui/texts');
  const { default: chinese } = await import('../../public/_locales/zh_CN/messages.json');
  speak('zh-CN', chinese);
  await expect.element(page.getByLabelText('求')).toHaveValue('by Friday');
  expect(panel.complaint.form.value.request).toBe('by Friday');
});

test('a refused database is said in a sentence; the form keeps what was written', async () => {
  const { panel } = await showPanel({ page: angry(), refused: 'storage-blocked' });
  await expect.element(page.getByText(/private window/)).toBeVisible();
  await userEvent.keyboard('l');
  await userEvent.fill(page.getByLabelText('What'), 'three times promised');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText(/could not be saved/)).toBeVisible();
  expect(panel.complaint.form.value.what).toBe('three times promised');
});

test('a saved complaint can be taken back, and the form is as it was', async () => {
  const { panel } = await showPanel({ page: angry() });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  await userEvent.keyboard('l');
  await userEvent.fill(page.getByLabelText('Wants'), 'by Friday');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Saved as no. 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await vi.waitFor(() => expect(panel.log.newest.value).toHaveLength(0));
  await expect.element(page.getByLabelText('Wants')).toHaveValue('by Friday');
});

test('a due check-in is said once, not at every second', async () => {
  const { panel, pass } = await showPanel({ page: angry() });
  await vi.waitFor(() => expect(panel.conversation.id.value).toBeDefined());
  await panel.timers.start({ reason: 'depot', announcedMs: 60_000 });
  await vi.waitFor(() => expect(panel.timers.holds.value).toHaveLength(1));
  pass(31_000);
  const said = page.getByRole('region', { name: 'Hold' }).getByRole('status');
  await expect.element(said).toHaveTextContent('Check in now');
  const element = said.element();
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  pass(1000);
  await expect.element(page.getByText('Hold 0:32')).toBeVisible();
  expect(changes).toBe(0);
  observer.disconnect();
});
