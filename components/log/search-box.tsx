import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Key } from '../ui/key';
import { t } from '../ui/texts';

/** Full-text search as it is typed; `/` comes here from anywhere on the page. */
export function SearchBox({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (text: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  // What is being composed with an input method is no search yet.
  const composing = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <label class="log-search">
      <span class="unseen">{t('tableSearch')}</span>
      <input
        ref={input}
        type="search"
        maxLength={400}
        value={value}
        placeholder={t('tableSearch')}
        onCompositionStart={() => (composing.value = true)}
        onCompositionEnd={(event) => {
          composing.value = false;
          onSearch(event.currentTarget.value);
        }}
        onInput={(event) => {
          if (!composing.value) onSearch(event.currentTarget.value);
        }}
      />
      <Key name="/" />
    </label>
  );
}
