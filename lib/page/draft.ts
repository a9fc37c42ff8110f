// Reads the draft in the reply box as it changes; never touches it, never looks while an input method is open.
import type { Draft } from '../domain/reply';
import { readBox } from './box-text';
import type { Composition } from './composition';
import type { ReplyField } from './reply-field';
import type { Root } from './roots';
import { coalesce, coalesceSoon } from './wait';

type Options = {
  field: ReplyField;
  composition: Composition;
  emit: (draft: Draft) => void;
  signal: AbortSignal;
};

export function watchDraft({ field, composition, emit, signal }: Options) {
  let known: Draft | undefined;

  const read = (typedIn?: EventTarget | null): Draft => {
    const found = field.find(typedIn);
    known = found.box
      ? { found: true, text: readBox(found.box), focusedAt: found.focusedAt }
      : { found: false, reason: found.reason };
    return known;
  };
  const check = (typedIn?: EventTarget | null) => {
    if (composition.isOpen()) return;
    const before = known;
    const draft = read(typedIn);
    // What nobody has read yet is no change to anyone.
    if (before && !isSame(before, draft)) emit(draft);
  };
  // After the page's own handlers, which may change or clear the box.
  const checkSoon = coalesceSoon(check, signal);
  // Where there was no draft, none was said.
  const checkSaid = () => {
    if (known?.found && known.text !== '') checkSoon();
  };
  // A busy page must not pay for each of its changes.
  const checkLater = coalesce(check, 250, signal);
  const checkAtLast = coalesce(check, 1000, signal);
  let isRead = false;
  const onInput = ({ target }: Event) => {
    isRead = true;
    check(target);
  };
  // Enter may have sent, which clears the box without an input event; some editors tell of no letter either.
  const onKeyUp = (event: Event) => {
    const { key } = event as Partial<KeyboardEvent>; // A page may tell of a key without one.
    if (isRead && key?.length === 1) isRead = false;
    else checkSoon();
  };
  const attach = (root: Root) => {
    // Past the page's own handlers: what it draws for the letter need not be waited for.
    root.addEventListener('input', onInput, { signal });
    const early = { capture: true, signal };
    // A page may stop the event, or change the box once more later.
    root.addEventListener('input', checkAtLast, early);
    root.addEventListener('keyup', onKeyUp, early);
    for (const type of ['compositionend', 'click']) root.addEventListener(type, checkSoon, early);
  };
  return { read: () => read(), checkSoon, checkSaid, checkLater, attach };
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.found) return b.found && a.text === b.text && a.focusedAt === b.focusedAt;
  return !b.found && a.reason === b.reason;
}
