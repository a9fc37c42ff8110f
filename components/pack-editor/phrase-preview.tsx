import { useSignal } from '@preact/signals';
import { expandFragments } from '../../lib/domain/fragment';
import { phraseSchema } from '../../lib/domain/pack';
import { wordsOf } from '../../lib/domain/pack-document';
import type { PackItem } from '../../lib/domain/pack-document';
import { fillPhrase } from '../../lib/domain/slot';
import { AskSlots } from '../phrases/ask-slots';
import { SuggestionCard } from '../phrases/suggestion-card';
import { t } from '../ui/texts';
import '../phrases/phrases.css';

type PhrasePreviewProps = {
  value: Readonly<Record<string, unknown>>;
  /** Those of the pack, which may be named in it. */
  fragments: readonly PackItem[];
};

/** How a phrase stands in the panel; a click shows what would go into the reply box, or what is asked first. */
export function PhrasePreview({ value, fragments }: PhrasePreviewProps) {
  const tried = useSignal<{ text?: string } | undefined>(undefined);
  const parsed = phraseSchema.safeParse(value);
  if (!parsed.success) return null;
  const textOf = (id: string) => {
    const found = fragments.find((each) => each.value['id'] === id);
    return found && wordsOf(found.value['text']);
  };
  const said = expandFragments(parsed.data.text, textOf);
  const phrase = said.ok ? { ...parsed.data, text: said.text } : parsed.data;
  const slots = { customer: t('draftSampleCustomer'), agent: t('draftSampleAgent') };
  const suggestion = { phrase, why: [], ...fillPhrase(phrase.text, slots) };
  const asks = suggestion.missing.length > 0;
  return (
    <section class="phrase-preview" aria-label={t('draftPreview')}>
      <small>{t('draftPreview')}</small>
      {tried.value && tried.value.text === undefined && asks ? (
        <AskSlots
          suggestion={suggestion}
          before={{}}
          onFill={(words) => (tried.value = fillPhrase(phrase.text, { ...slots, ...words }))}
          onCancel={() => (tried.value = undefined)}
        />
      ) : (
        <SuggestionCard
          suggestion={suggestion}
          slots={slots}
          hotkey="1"
          onUse={() => (tried.value = asks ? {} : suggestion)}
        />
      )}
      {tried.value?.text !== undefined && (
        <p role="status" dir="auto">
          {t('draftWouldInsert', tried.value.text)}
        </p>
      )}
    </section>
  );
}
