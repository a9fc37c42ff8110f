import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SendTicket } from '../../components/tickets/send-ticket';
import { TicketsPage } from '../../components/tickets/tickets-page';
import '../../components/desk/desk.css';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import type { Delivery } from '../../lib/domain/outbox';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { connection, fakeTickets } from './fake-tickets';
import { findBarriers, findOverflow, setScreen } from './world';

const complaint = newComplaint(
  {
    who: 'Dana Reyes',
    what: 'The kettle broke; call me at 0170 1234567.',
    feeling: 'angry',
    request: 'by Friday',
  },
  { channel: 'help.example', receivedAt: 1 },
  { id: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', number: 7, at: 2 },
);
const waiting: Delivery = {
  version: 1,
  id: 'ticket:1',
  complaint: complaint.id,
  connection: connection.id,
  ticket: {
    mark: 'cmp-0f1e2d3c4b5a',
    subject: 'Complaint 7: The kettle [cmp-0f1e2d3c4b5a]',
    body: '',
  },
  state: 'waiting',
  inDoubt: false,
  failures: 0,
  since: 1,
  waitMs: 0,
  queuedAt: 1,
};
const refused = { state: 'refused', why: 'not-taken', said: 'Queue not set' } as const;
const sent = { state: 'sent', link: { id: '12', url: 'https://rt.example/12' } } as const;
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  root.className = 'desk';
  document.body.replaceChildren(root);
  speak('en', english);
});
afterEach(() => render(null, root));

function show(given: Parameters<typeof fakeTickets>[0] = {}) {
  const tickets = fakeTickets(given);
  render(
    <main>
      <h1>Desk</h1>
      <TicketsPage tickets={tickets} newest={complaint} />
    </main>,
    root,
  );
  return tickets;
}

const screens = [360, 1024].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  ),
);

describe.each(screens)('at $width px, $scheme, $language', ({ width, scheme, language }) => {
  test('form, preview and outbox have no barriers', async () => {
    await setScreen(width, scheme);
    speak(language, language === 'en' ? english : chinese);
    document.documentElement.lang = language;
    document.title = 'Desk';
    const rows = [refused, sent, { state: 'unknown' } as const].map((more, index) => ({
      ...waiting,
      ...more,
      id: String(index),
    }));
    show({ connections: [connection], deliveries: rows });
    root.querySelector('details')?.setAttribute('open', '');
    expect(await findBarriers()).toEqual([]);
    expect(findOverflow()).toEqual([]);
  });
});

test('the preview is the very request, masked, and holds no secret', async () => {
  show({ connections: [connection] });
  await userEvent.fill(page.getByLabelText('Token'), 'secret-token-1');
  await page.getByText('What would be sent').click();
  const shown = root.querySelector('pre')?.textContent ?? '';
  expect(shown).toContain('POST https://rt.example/REST/2.0/ticket');
  expect(shown).toContain('cmp-0f1e2d3c4b5a');
  expect(shown).toContain('Dana R●●●●');
  expect(shown).not.toMatch(/secret-token-1|Reyes|1234567/);
});

test('saving asks for the address first, then tries it and says what came of it', async () => {
  const { calls } = show({ test: { is: 'failed', why: 'not-allowed', said: 'Unauthorized' } });
  await page.getByLabelText('System').selectOptions('Request Tracker');
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await expect.element(page.getByText('This is not a web address.')).toBeVisible();
  await userEvent.fill(page.getByLabelText('Address'), 'https://rt.example/');
  await userEvent.fill(page.getByLabelText('Token'), 'secret-token-1');
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await expect.element(page.getByText(/The server says: Unauthorized/)).toBeVisible();
  expect(calls).toEqual([['save', connection, { token: 'secret-token-1' }]]);
});

test('without the permission nothing is saved', async () => {
  const { calls } = show({ allows: false });
  await userEvent.fill(page.getByLabelText('Address'), 'https://rt.example');
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await expect.element(page.getByText(/Without your permission/)).toBeVisible();
  expect(calls).toEqual([]);
});

test('an address that others can read along is pointed out', async () => {
  show();
  await userEvent.fill(page.getByLabelText('Address'), 'http://rt.example');
  await expect.element(page.getByText(/not encrypted/)).toBeVisible();
  await userEvent.fill(page.getByLabelText('Address'), 'https://rt.example');
  await expect.element(page.getByText(/not encrypted/)).not.toBeInTheDocument();
});

test('more fields get what was chosen for them, and the preview shows it', async () => {
  const { calls } = show({ connections: [connection] });
  const add = page.getByRole('button', { name: 'Add a field' });
  await add.click();
  await userEvent.fill(page.getByLabelText('Field there').first(), 'Priority');
  await userEvent.fill(page.getByLabelText('Value').first(), '20');
  await add.click();
  await userEvent.fill(page.getByLabelText('Field there').nth(1), 'Type');
  await page.getByLabelText('Filled with').nth(1).selectOptions('Category');
  await page.getByText('What would be sent').click();
  const body = root.querySelector('pre')?.textContent ?? '';
  expect(body).toContain('"Priority":20');
  expect(await findBarriers()).toEqual([]);
  await page.getByRole('button', { name: 'Remove this field' }).nth(1).click();
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  const mapping = [{ to: 'Priority', from: 'fixed', value: '20' }];
  expect(calls[0]).toEqual(['save', { ...connection, mapping }, {}]);
});

test('a template that is no JSON is not saved, and the form says so', async () => {
  const { calls } = show();
  await page.getByLabelText('System').selectOptions('Webhook (JSON)');
  await userEvent.fill(page.getByLabelText('Address'), 'https://hook.example');
  await userEvent.fill(page.getByLabelText('What is sent (JSON)'), '{"id": {mark}');
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await expect.element(page.getByText(/not valid JSON/)).toBeVisible();
  expect(calls).toEqual([]);
  await page.getByLabelText('The receiver recognises').click();
  await userEvent.clear(page.getByLabelText('What is sent (JSON)'));
  await page.getByRole('button', { name: 'Allow this address and save' }).click();
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  expect(calls[0]?.[1]).toMatchObject({ fields: { dedupes: 'yes', template: '' } });
});

test('all that have no ticket are sent at once, with the ways to stop', async () => {
  const { calls } = show({
    connections: [connection],
    counts: { open: 3, refused: 2 },
    unsent: 7,
    progress: { done: 9, of: 12 },
  });
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '9');
  await expect.element(page.getByText(/On their way: 3/)).toBeVisible();
  await expect.element(page.getByText(/Needs you: 2/)).toBeVisible();
  expect(await findBarriers()).toEqual([]);
  await page.getByRole('button', { name: 'Send them all' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Take out all that wait' }).click();
  await expect.poll(() => calls).toEqual([['sendAll'], ['pause', true], ['removeWaiting']]);
  show({ paused: true });
  await expect.element(page.getByText('Sending is paused.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Go on' })).toBeVisible();
});

test('what was refused shows the server’s words, and can be tried again or taken out', async () => {
  const row = { ...waiting, ...refused };
  const { calls } = show({ deliveries: [row] });
  await expect.element(page.getByText(/The server says: Queue not set/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await expect
    .poll(() => calls)
    .toEqual([
      ['retry', row],
      ['remove', row],
    ]);
});

test('what may have arrived cannot be taken out, and is sent again only after a look', async () => {
  show({
    deliveries: [{ ...waiting, state: 'refused', why: 'in-doubt', said: '', inDoubt: true }],
  });
  await expect
    .element(page.getByRole('button', { name: 'It is not there: send again' }))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Take out' })).not.toBeInTheDocument();
});

test('under a complaint stands the button, then what becomes of it, then the ticket', async () => {
  const place = (given: Parameters<typeof fakeTickets>[0], more: Partial<Complaint> = {}) => {
    const tickets = fakeTickets(given);
    render(<SendTicket tickets={tickets} complaint={{ ...complaint, ...more }} />, root);
    return tickets;
  };
  place({});
  expect(root.textContent).toBe('');
  const { calls } = place({ connections: [connection] });
  await page.getByRole('button', { name: 'Send as a ticket' }).click();
  await expect.poll(() => calls).toEqual([['send', complaint]]);
  place({ connections: [connection], deliveries: [waiting] });
  expect(root.textContent).toBe('Waits to be sent');
  const ticket = { ...sent.link, connection: connection.id };
  place({}, { ticket });
  expect(root.querySelector('a')?.href).toBe('https://rt.example/12');
  expect(root.querySelector('button')).toBeNull();
  const { calls: later } = place({ connections: [connection] }, { ticket });
  await page.getByRole('button', { name: 'Add a comment to the ticket' }).click();
  const text = page.getByLabelText('Comment, for the team alone');
  await expect.element(text).toHaveValue(expect.stringContaining('Dana R●●●●'));
  await userEvent.fill(text, 'She called again.');
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await expect
    .poll(() => later)
    .toEqual([['comment', { ...complaint, ticket }, 'She called again.']]);
});
