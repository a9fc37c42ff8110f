// What a notification says when a check-in is due.
import { viewHold } from './hold';
import type { Hold } from './hold';
import { textOf } from './texts';
import type { Messages } from './texts';

/** Title and text in the interface's language. */
export function holdNotice(
  hold: Hold,
  now: number,
  messages: Messages,
): { title: string; message: string } {
  const customer = hold.customer || textOf(messages, 'thisCustomer');
  const minutes = Math.max(1, Math.round(viewHold(hold, now).elapsedMs / 60_000));
  const wait = textOf(messages, 'minutesShort', [minutes]);
  const text = textOf(messages, 'notifyCheckInText', [wait, hold.reason]);
  return {
    title: textOf(messages, 'notifyCheckInTitle', [customer]),
    // Without a reason nothing follows the colon.
    message: hold.reason === '' ? text.replace(/[:：]\s*$/u, '') : text,
  };
}
