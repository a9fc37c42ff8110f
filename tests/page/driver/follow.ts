// Follows what the page room tells of a conversation, as a panel does.
import type { Page } from 'puppeteer-core';
import type { Message, Reading } from '../../../lib/domain/conversation';
import { applySplice } from '../../../lib/domain/splice';
import type { Page as PageRoom, PageEvent } from '../../../lib/page/open-page';
import { ask, type Stage } from './browser';

type View = ReturnType<PageRoom['readConversation']>;
type Change = Exclude<PageEvent, { event: 'draftChanged' }>;

/** Opens a chat anew, also where only what stands behind its `#` differs, and reads it. */
export async function openChat({ open, page }: Stage, fixture: string): Promise<Reading> {
  await open('chats/article.html');
  await open(fixture);
  await ask(page, { ask: 'open' });
  const { reading } = await ask<View>(page, { ask: 'read' });
  if (!reading) throw new Error(`${fixture} was not read.`);
  return reading;
}

export async function nextChange(page: Page): Promise<Change> {
  for (;;) {
    const event = await ask<PageEvent>(page, { ask: 'event' });
    if (event.event !== 'draftChanged') return event;
  }
}

/** Applies what is told until it is so; the test's own limit ends a wait in vain. */
export async function follow(
  page: Page,
  reading: Reading,
  isSo: (messages: readonly Message[]) => boolean,
): Promise<Reading> {
  let now = reading;
  while (!isSo(now.messages)) {
    const change = await nextChange(page);
    const next =
      change.event === 'conversationReplaced' ? change.reading : applySplice(now, change.splice);
    if (!next) throw new Error('A change did not fit what was told before.');
    now = next;
  }
  return now;
}
