import { useSignal } from '@preact/signals';
import type { Suggestion } from '../../lib/domain/suggest';
import { t } from '../ui/texts';
import { AskSlots } from './ask-slots';
import { SuggestionCard } from './suggestion-card';

type SuggestionsProps = {
  suggestions: readonly Suggestion[];
  slots: Readonly<Record<string, string>>;
  /** The phrase that waits for a word, by id. */
  asking: string | undefined;
  onUse: (suggestion: Suggestion) => void;
  onFill: (name: string, value: string) => void;
  onCancel: () => void;
};

export function Suggestions(props: SuggestionsProps) {
  const { suggestions, slots, asking, onUse, onFill, onCancel } = props;
  const lastWords = useSignal<Record<string, string>>({});
  return (
    <section class="suggestions" aria-label={t('phrases')}>
      {suggestions.length === 0 && <p class="empty">{t('noPhrases')}</p>}
      {suggestions.map((suggestion, index) =>
        suggestion.phrase.id === asking ? (
          <AskSlots
            key={suggestion.phrase.id}
            suggestion={suggestion}
            before={lastWords.value}
            onFill={(words) => {
              lastWords.value = { ...lastWords.value, ...words };
              for (const [name, value] of Object.entries(words)) onFill(name, value);
              onUse(suggestion);
            }}
            onCancel={onCancel}
          />
        ) : (
          <SuggestionCard
            key={suggestion.phrase.id}
            suggestion={suggestion}
            slots={slots}
            hotkey={String(index + 1)}
            onUse={() => onUse(suggestion)}
          />
        ),
      )}
    </section>
  );
}
