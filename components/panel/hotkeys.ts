// One key, one action: the panel's keys while nobody is typing into it.
import { useEffect } from 'preact/hooks';

export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>;

/** Binds single keys for as long as the component stands. Typing, input methods and browser shortcuts come first. */
export function useHotkeys(keys: Hotkeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'Escape' && isTyping(event.target)) return;
      const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, summary');
}
