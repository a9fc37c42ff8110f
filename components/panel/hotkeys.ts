// One key, one action: the panel's keys while nobody is typing into it.
import { useLayoutEffect } from 'preact/hooks';
import { isTypedOn, isTyping } from './typed-on';

export type Hotkeys = Readonly<Record<string, () => unknown>>;

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
