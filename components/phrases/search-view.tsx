import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggestion } from '../../lib/domain/suggestion';
import type { SearchStore } from '../../lib/panel/search';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { PhraseText } from './suggestion-card';

type SearchViewProps = {
  search: SearchStore;
  slots: Readonly<Record<string, string>>;
  onUse: (suggestion: Suggestion) => void;
  onBack: () => void;
};

/** One field and what it finds: arrows choose, Enter inserts (the combobox pattern of WAI-ARIA 1.2). */
export function SearchView({ search, slots, onUse, onBack }: SearchViewProps) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = useSignal(0);
  const id = useId();
  const results = search.results.value ?? [];
  const at = Math.min(chosen.value, results.length - 1);
  // Before the next key: what is typed at once is for the field, not for the panel.
  useLayoutEffect(() => field.current?.focus(), []);
  useLayoutEffect(
    () => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }),
    [at, results],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) chosen.value = (at + step + results.length) % Math.max(1, results.length);
    const result = results[at];
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && result) onUse(result);
    else if (step === 0) return;
    event.preventDefault();
  };
  const onInput = (event: { currentTarget: HTMLInputElement }) => {
    chosen.value = 0;
    search.query.value = event.currentTarget.value;
  };
  return (
    <section class="search" aria-label={t('search')}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        aria-expanded={results.length > 0}
        aria-controls={id}
        aria-activedescendant={results.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={search.query.value}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={t('phrases')}>
        {results.map((result, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={result.phrase.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            class="phrase"
            onClick={() => onUse(result)}
          >
            <span class="phrase-text">
              <PhraseText text={result.phrase.text} slots={slots} />
            </span>
            {result.phrase.shortcut !== undefined && <small>/{result.phrase.shortcut}</small>}
          </button>
        ))}
      </div>
      <p class="empty" role="status">
        {search.results.value && sayHowMany(results.length, search.query.value)}
      </p>
      <div class="actions">
        <Button kind="quiet" onClick={onBack} hotkey="Esc">
          {t('guideBack')}
        </Button>
      </div>
    </section>
  );
}

function sayHowMany(count: number, query: string): string {
  if (count > 0) return t('searchFound', count);
  return t(query.trim() === '' ? 'searchFirst' : 'searchNothing');
}
