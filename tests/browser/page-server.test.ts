import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageEvent, PageView } from '../../lib/browser/messages';
import { servePage } from '../../lib/browser/page-server';
import { portName } from '../../lib/browser/port';

type Listener = (value: unknown) => void;

function createEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    tell: (value: unknown) => {
      for (const listener of listeners) listener(value);
    },
    size: () => listeners.size,
  };
}

function createPort(name = portName) {
  const told: unknown[] = [];
  const onMessage = createEvent();
  const onDisconnect = createEvent();
  return { name, told, onMessage, onDisconnect, postMessage: (value: unknown) => told.push(value) };
}

const view: PageView = { reading: null, draft: { found: false, reason: 'no-reply-box' } };
const draftChanged: PageEvent = {
  event: 'draftChanged',
  draft: { found: true, text: 'Hi', focusedAt: 0 },
};

function serve() {
  const onConnect = createEvent();
  const onEnd = vi.fn<() => void>();
  const opened: { emit: (event: PageEvent) => void; signal: AbortSignal }[] = [];
  const insertText = vi.fn(() => Promise.resolve({ ok: true as const, draft: 'Hi' }));
  const keep = servePage({
    onConnect: onConnect as never, // The part of the browser's event that is used.
    open: (emit, signal) => {
      opened.push({ emit, signal });
      return {
        readConversation: () => view,
        insertText,
        replaceText: insertText,
        pick: () => Promise.resolve({ selector: null }),
        stopPicking: () => ({ selector: null }),
        deriveSite: () => ({ ok: false, reason: 'disconnected' }),
      };
    },
    onEnd,
  });
  return { onConnect, onEnd, opened, insertText, keep };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('answers each ask under its own number', async () => {
  const { onConnect, insertText } = serve();
  const port = createPort();
  onConnect.tell(port);
  port.onMessage.tell({ id: 1, ask: 'readConversation' });
  port.onMessage.tell({ id: 2, ask: 'insertText', text: 'Hi' });
  await vi.waitFor(() => expect(port.told).toHaveLength(2));
  expect(port.told).toEqual([
    { id: 1, answer: view },
    { id: 2, answer: { ok: true, draft: 'Hi' } },
  ]);
  expect(insertText).toHaveBeenCalledWith('Hi');
});

test('opens the page once and tells every panel what changes', () => {
  const { onConnect, opened } = serve();
  const ports = [createPort(), createPort()];
  for (const port of ports) onConnect.tell(port);
  expect(opened).toHaveLength(1);
  opened[0]?.emit(draftChanged);
  expect(ports.map(({ told }) => told)).toEqual([[draftChanged], [draftChanged]]);
});

test('ends with the last panel, not with the first', () => {
  const { onConnect, opened, onEnd } = serve();
  const [first, last] = [createPort(), createPort()];
  onConnect.tell(first);
  onConnect.tell(last);
  first.onDisconnect.tell(first);
  expect(opened[0]?.signal.aborted).toBe(false);
  last.onDisconnect.tell(last);
  expect(opened[0]?.signal.aborted).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
  expect(onConnect.size()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('ends by itself when no panel connects, later if one is expected again', () => {
  const { onConnect, onEnd, keep } = serve();
  vi.advanceTimersByTime(4000);
  keep();
  vi.advanceTimersByTime(4000);
  expect(onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(onEnd).toHaveBeenCalledOnce();
  expect(onConnect.size()).toBe(0);
});

test('stays for the panel that is expected, though the last one goes meanwhile', () => {
  const { onConnect, opened, onEnd, keep } = serve();
  const [before, after] = [createPort(), createPort()];
  onConnect.tell(before);
  keep();
  before.onDisconnect.tell(before);
  onConnect.tell(after);
  vi.advanceTimersByTime(10_000);
  expect(onEnd).not.toHaveBeenCalled();
  expect(opened[0]?.signal.aborted).toBe(false);
  after.onDisconnect.tell(after);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('takes no other port for a panel', () => {
  const { onConnect, opened } = serve();
  onConnect.tell(createPort('something-else'));
  expect(opened).toEqual([]);
});
