// One key, one action: the panel's keys while nobody is typing into it.
import { useLayoutEffect } from 'preact/hooks';

export type Hotkeys = Readonly<Record<string, () => unknown>>;

// A field may leave under the fingers, with the conversation it belonged to: what is typed on is meant for no one.
const typingOnMs = 1500;
let typed: { field: Element; at: number } | undefined;

/**
 * Binds keys for as long as the component stands. Input methods come first, and so does typing, except for keys
 * that nobody types: Escape and Ctrl+Enter (or ⌘ Enter).
 */
export function useHotkeys(keys: Hotkeys): void {
  // Before the next frame: what is seen can be pressed.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isTypedOn(event)) return;
      const run = name === undefined ? undefined : keys[name];
      if (!run || (name !== 'Escape' && name !== 'Ctrl+Enter' && isTyping(event.target))) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** Undefined for what belongs to the input method or the browser. */
function nameOf({ key, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (isComposing || altKey) return undefined;
  if (ctrlKey || metaKey) return key === 'Enter' ? 'Ctrl+Enter' : undefined;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether a key still belongs to a field that went while it was typed into; fingers that rested begin anew. */
function isTypedOn({ key, target, timeStamp }: KeyboardEvent): boolean {
  const isText = key.length === 1;
  const lost = typed && !typed.field.isConnected && timeStamp - typed.at < typingOnMs;
  if (isText && target instanceof Element && isTyping(target)) {
    typed = { field: target, at: timeStamp };
    return false;
  }
  if (!isText || !lost || !typed) {
    typed = undefined;
    return false;
  }
  typed.at = timeStamp;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, summary');
}
