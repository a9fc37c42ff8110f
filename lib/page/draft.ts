// Reads the draft in the reply box as it changes; never touches it, never looks while an input method is open.
import type { Draft } from '../domain/reply';
import { readBox } from './box-text';
import type { Composition } from './composition';
import type { ReplyField } from './reply-field';
import type { Root } from './roots';
import { coalesce, coalesceNow } from './wait';

type Options = {
  field: ReplyField;
  composition: Composition;
  emit: (draft: Draft) => void;
  signal: AbortSignal;
};

export function watchDraft({ field, composition, emit, signal }: Options) {
  let known: Draft | undefined;

  const read = (): Draft => {
    const found = field.find();
    known = found.box
      ? { found: true, text: readBox(found.box), focusedAt: found.focusedAt }
      : { found: false, reason: found.reason };
    return known;
  };
  const check = () => {
    if (composition.isOpen()) return;
    const before = known;
    const draft = read();
    // What nobody has read yet is no change to anyone.
    if (before && !isSame(before, draft)) emit(draft);
  };
  // After the page's own handlers, which may change or clear the box.
  const { soon: checkSoon, now: checkNow } = coalesceNow(check, signal);
  const attach = (root: Root) => {
    // Sending clears the box without an input event, by a key or a click.
    for (const type of ['input', 'compositionend', 'keyup', 'click'])
      root.addEventListener(type, checkSoon, { capture: true, signal });
    // Past the page's own handlers: what it draws for the letter need not be waited for.
    root.addEventListener('input', checkNow, { signal });
  };
  // A busy page must not pay for each of its changes.
  const checkLater = coalesce(check, 250, signal);
  return { read, checkSoon, checkLater, attach };
}

function isSame(a: Draft, b: Draft): boolean {
  if (!a.found || !b.found)
    return a.found === b.found && !a.found && !b.found && a.reason === b.reason;
  return a.text === b.text && a.focusedAt === b.focusedAt;
}
