import { parseSlots } from '../../lib/domain/slot';
import type { Suggestion, SuggestionReason } from '../../lib/domain/suggestion';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const reasons: Record<SuggestionReason, TextKey> = {
  'team-wording': 'why_team_wording',
  'fits-feeling': 'why_fits_feeling',
  'fits-category': 'why_fits_category',
  'their-words': 'why_their_words',
  'fits-step': 'why_fits_step',
  'asks-first': 'why_asks_first',
  'used-before': 'why_used_before',
};

type SuggestionCardProps = {
  suggestion: Suggestion;
  slots: Readonly<Record<string, string>>;
  hotkey: string;
  onUse: () => void;
};

/** One phrase, sayable as it stands; a click or its key puts it into the reply box. */
export function SuggestionCard({ suggestion, slots, hotkey, onUse }: SuggestionCardProps) {
  return (
    <button
      type="button"
      class="phrase"
      data-phrase={suggestion.phrase.id}
      title={t('insert')}
      aria-keyshortcuts={hotkey}
      onClick={onUse}
    >
      <span class="phrase-text">
        <PhraseText text={suggestion.phrase.text} slots={slots} />
      </span>
      <Key name={hotkey} />
      {suggestion.phrase.note !== undefined && (
        <small class="phrase-note">{suggestion.phrase.note}</small>
      )}
      {suggestion.why.length > 0 && (
        <small>{suggestion.why.map((reason) => t(reasons[reason])).join(' · ')}</small>
      )}
    </button>
  );
}

/** A phrase with its facts marked: filled slots tinted, missing ones dashed. */
export function PhraseText({
  text,
  slots,
}: {
  text: string;
  slots: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {parseSlots(text).map((part, index) => {
        if (part.kind === 'text') return part.raw;
        const word = (Object.hasOwn(slots, part.name) && slots[part.name]) || part.fallback;
        return (
          <span key={index} class={word === undefined ? 'slot missing' : 'slot'}>
            {word ?? slotName(part.name)}
          </span>
        );
      })}
    </>
  );
}

const slotTexts: Readonly<Record<string, TextKey>> = {
  customer: 'slot_customer',
  agent: 'slot_agent',
  colleague: 'slot_colleague',
  order: 'slot_order',
  minutes: 'slot_minutes',
  time: 'slot_time',
  product: 'slot_product',
  reason: 'slot_reason',
  fact: 'slot_fact',
  finding: 'slot_finding',
  option: 'slot_option',
  option2: 'slot_option2',
};

/** What a slot asks for; a pack's own slot shows under its own name. */
export function slotName(name: string): string {
  const key = slotTexts[name];
  return key ? t(key) : name;
}
