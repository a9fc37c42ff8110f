// A field may leave under the fingers, with the conversation it belonged to: what is typed on is a command for no one.
import { useLayoutEffect } from 'preact/hooks';

// Fingers that rested so long begin anew.
const restMs = 1500;
let typed: { field: Element; at: number } | undefined;

/** Follows what is typed into fields, for as long as the component stands. */
export function useTypingWatch(): void {
  useLayoutEffect(() => {
    const life = new AbortController();
    // Before all others: a field may keep its keys to itself.
    const first = { capture: true, signal: life.signal };
    typed = undefined;
    document.addEventListener('keydown', note, first);
    document.addEventListener('pointerdown', () => (typed = undefined), first);
    return () => life.abort();
  }, []);
}

/** Whether a key still belongs to a field that went while it was typed into. */
export function isTypedOn(event: KeyboardEvent): boolean {
  if (!isText(event) || typed?.field.isConnected !== false) return false;
  return event.timeStamp - typed.at < restMs;
}

/** Whether keys go into what is focused rather than to the panel; so they do in a dialog. */
export function isTyping(target: EventTarget | null): target is Element {
  const selector = 'input, textarea, select, summary, dialog, dialog *';
  return target instanceof Element && target.matches(selector);
}

/** A letter, or a key that an input method makes one of. */
function isText({ key, isComposing }: KeyboardEvent): boolean {
  return key.length === 1 || isComposing || key === 'Process';
}

function note(event: KeyboardEvent): void {
  const { target, timeStamp: at } = event;
  if (isText(event) && isTyping(target)) typed = { field: target, at };
  else if (typed && isTypedOn(event)) typed = { ...typed, at };
  // Escape, Enter and the like end what was typed.
  else typed = undefined;
}
