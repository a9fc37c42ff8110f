import { useSignal } from '@preact/signals';
import type { Suggestion } from '../../lib/domain/suggestion';
import type { Words } from '../../lib/panel/guide';
import { t } from '../ui/texts';
import { AskSlots } from './ask-slots';
import { SuggestionCard } from './suggestion-card';

type SuggestionsProps = {
  /** The packs are on their way, or a procedure speaks: nothing is said about what fits. */
  quiet: boolean;
  suggestions: readonly Suggestion[];
  slots: Words;
  /** The phrase that waits for a word. It stays until it has it, whatever is suggested meanwhile. */
  asking: Suggestion | undefined;
  onUse: (suggestion: Suggestion, words?: Words) => void;
  onCancel: () => void;
};

export function Suggestions(props: SuggestionsProps) {
  const { quiet, suggestions, slots, asking, onUse, onCancel } = props;
  const lastWords = useSignal<Words>({});
  const fill = (suggestion: Suggestion, words: Words) => {
    lastWords.value = { ...lastWords.value, ...words };
    onUse(suggestion, words);
  };
  return (
    <section class="suggestions" aria-label={t('phrases')}>
      {!quiet && suggestions.length === 0 && <p class="empty">{t('noPhrases')}</p>}
      {asking && (
        <AskSlots
          key={asking.phrase.id}
          suggestion={asking}
          before={lastWords.value}
          onFill={(words) => fill(asking, words)}
          onCancel={onCancel}
        />
      )}
      {suggestions.map(
        (suggestion, index) =>
          suggestion.phrase.id !== asking?.phrase.id && (
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
