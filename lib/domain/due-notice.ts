// What a notification says when something is due.
import type { DueItem } from './due';
import { textOf } from './texts';
import type { Messages, TextKey } from './texts';

const titles: Record<DueItem['kind'], TextKey> = {
  hold: 'notifyCheckInTitle',
  promise: 'notifyPromiseTitle',
  'call-back': 'notifyCallBackTitle',
  'follow-up': 'notifyFollowUpTitle',
};
const minuteMs = 60_000;
/** How much longer "later" gives a promise. */
export const snoozeMs = 5 * minuteMs;

/** Title and text in the interface's language; what comes late says how late. */
export function dueNotice(
  item: DueItem,
  now: number,
  messages: Messages,
): { title: string; message: string; done: string; later: string } {
  const { kind, customer } = item;
  const name = customer || textOf(messages, 'thisCustomerInside');
  return {
    title: textOf(messages, titles[kind], [name]),
    message: kind === 'hold' ? holdText(item, now, messages) : promiseText(item, now, messages),
    done: textOf(messages, kind === 'hold' ? 'checkIn' : 'promiseKeep'),
    later: textOf(messages, kind === 'hold' ? 'dueLater' : 'dueLaterMinutes', [
      snoozeMs / minuteMs,
    ]),
  };
}

/** How long they have waited, for what, and how late this comes. */
function holdText({ since, at, what }: DueItem, now: number, messages: Messages): string {
  const minutes = Math.max(1, Math.round((now - since) / minuteMs));
  const text = textOf(messages, 'notifyCheckInText', [
    textOf(messages, 'minutesShort', [minutes]),
    what,
  ]);
  // Without a reason nothing follows the colon.
  const said = what === '' ? text.replace(/[:：]\s*$/u, '') : text;
  return now - at < minuteMs ? said : `${said} · ${whenText(at, now, messages)}`;
}

function promiseText({ at, what }: DueItem, now: number, messages: Messages): string {
  const when = whenText(at, now, messages);
  return what === '' ? when : `${when} · ${what}`;
}

/** "in 5 min", "now", "12 min late". */
function whenText(at: number, now: number, messages: Messages): string {
  const late = Math.floor((now - at) / minuteMs);
  const left = Math.ceil((at - now) / minuteMs);
  if (late > 0) return textOf(messages, 'dueLate', [showMinutes(late, messages)]);
  return left > 0
    ? textOf(messages, 'dueIn', [showMinutes(left, messages)])
    : textOf(messages, 'dueNow');
}

/** A length as people say it: minutes, from two hours on hours, from two days on days. */
function showMinutes(minutes: number, messages: Messages): string {
  if (minutes < 120) return textOf(messages, 'minutesShort', [minutes]);
  const hours = Math.round(minutes / 60);
  if (hours < 48) return textOf(messages, 'hoursShort', [hours]);
  return textOf(messages, 'daysShort', [Math.round(hours / 24)]);
}
