import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Layer } from '../../lib/domain/pack';
import type { Words } from '../../lib/panel/guide';
import type { RefusalStore } from '../../lib/panel/refusal';
import type { AskedSlot, RefusalPart } from '../../lib/panel/refusal-part';
import { PhraseText, slotName } from '../phrases/suggestion-card';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const titles: Record<Layer, TextKey> = {
  affirm: 'layer_affirm',
  explain: 'layer_explain',
  offer: 'layer_offer',
};

const hints: Record<Layer, TextKey> = {
  affirm: 'layer_affirm_hint',
  explain: 'layer_explain_hint',
  offer: 'layer_offer_hint',
};

type LayerCardProps = {
  part: RefusalPart;
  hotkey: string;
  words: Words;
  /** The keys speak to this layer. */
  current: boolean;
  /** The agent asked to write it in own words just now. */
  writing: boolean;
  refusal: RefusalStore;
  onOwnWords: () => void;
};

/** One layer: its wording, which a click exchanges for another, or own words; and the words that it asks for. */
export function LayerCard(props: LayerCardProps) {
  const { part, hotkey, words, current, writing, refusal, onOwnWords } = props;
  const { layer, block, asked } = part;
  const id = useId();
  return (
    <section
      class={`card layer ${current ? 'current' : ''}`}
      onFocusCapture={() => refusal.goTo(layer)}
    >
      <div class="row">
        <h3 id={id}>
          {hotkey} · {t(titles[layer])}
        </h3>
        <button
          type="button"
          class="link"
          aria-describedby={id}
          disabled={!block}
          onClick={onOwnWords}
        >
          {t('refusalOwn')} {current && block && <Key name="E" />}
        </button>
      </div>
      {block ? (
        <button
          type="button"
          class="layer-text"
          title={t('refusalAnother')}
          aria-keyshortcuts={hotkey}
          onClick={() => refusal.another(layer)}
        >
          <span class="phrase-text">
            <PhraseText text={part.text} slots={words} />
          </span>
          <Key name={hotkey} />
        </button>
      ) : (
        <OwnWords part={part} writing={writing} onWrite={(text) => refusal.write(layer, text)} />
      )}
      {asked.map((slot) => (
        <SlotField key={slot.name} slot={slot} onInput={(word) => refusal.fill(slot.name, word)} />
      ))}
    </section>
  );
}

type OwnWordsProps = { part: RefusalPart; writing: boolean; onWrite: (text: string) => void };

function OwnWords({ part, writing, onWrite }: OwnWordsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (writing) area.current?.focus();
  }, [writing]);
  return (
    <div class="field">
      <textarea
        ref={area}
        rows={3}
        maxLength={2000}
        aria-label={t(titles[part.layer])}
        placeholder={t(hints[part.layer])}
        value={part.text}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
    </div>
  );
}

function SlotField({ slot, onInput }: { slot: AskedSlot; onInput: (word: string) => void }) {
  const id = useId();
  const { name, word, fallback } = slot;
  return (
    <div class="field layer-slot">
      <label for={id}>{slotName(name)}</label>
      <input
        id={id}
        type="text"
        value={word}
        placeholder={fallback}
        required={fallback === undefined}
        maxLength={300}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
