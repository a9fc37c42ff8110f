import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Layer } from '../../lib/domain/pack';
import type { RefusalStore } from '../../lib/panel/refusal';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import { LayerCard } from './layer-card';
import { RefusalPoints } from './refusal-points';
import './refusal.css';

type RefusalViewProps = { refusal: RefusalStore; onInserted: () => void; onBack: () => void };

/** A refusal in three layers: each from a block or in own words, checked as it grows, inserted as one text. */
export function RefusalView({ refusal, onInserted, onBack }: RefusalViewProps) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.focus({ preventScroll: true }), []);
  const writing = useSignal<Layer | undefined>(undefined);
  const insert = async () => {
    const used = await refusal.insert();
    if (used === 'inserted') onInserted();
    if (used === 'asks') focusFirstGap(form.current);
  };
  const layer = () => refusal.layer.peek();
  const another = (of: Layer, by?: number) => {
    writing.value = undefined;
    refusal.another(of, by);
  };
  const ownWords = (of: Layer) => {
    refusal.takeOver(of);
    writing.value = of;
  };
  const move = (by: number) => () => {
    refusal.move(by);
    const at = refusal.parts.peek().findIndex((part) => part.layer === layer());
    form.current?.querySelectorAll('.layer')[at]?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys({
    '1': () => another('affirm'),
    '2': () => another('explain'),
    '3': () => another('offer'),
    ArrowUp: move(-1),
    ArrowDown: move(1),
    ArrowLeft: () => another(layer(), -1),
    ArrowRight: () => another(layer(), 1),
    e: () => ownWords(layer()),
    'Ctrl+Enter': () => void insert(),
  });
  return (
    <form
      ref={form}
      class="refusal"
      tabIndex={-1}
      aria-label={t('refusalTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void insert();
      }}
      onKeyDown={(event) => {
        // On the form itself nothing else waits for Enter; in a field the browser submits, on a button it presses.
        if (event.key === 'Enter' && event.target === event.currentTarget) void insert();
      }}
    >
      <h2 class="row">
        {t('refusalTitle')} <Key name="R" />
      </h2>
      {refusal.parts.value.map((part, index) => (
        <LayerCard
          key={part.layer}
          part={part}
          hotkey={String(index + 1)}
          words={refusal.words.value}
          current={part.layer === refusal.layer.value}
          writing={part.layer === writing.value}
          refusal={refusal}
          onOwnWords={() => ownWords(part.layer)}
        />
      ))}
      <RefusalPoints parts={refusal.parts.value} findings={refusal.findings.value} />
      <div class="actions">
        <Button kind="main" type="submit" hotkey="↵">
          {t('insert')}
        </Button>
        <Button onClick={() => another(layer())} hotkey="→">
          {t('refusalAnother')}
        </Button>
        <Button kind="quiet" onClick={onBack} hotkey="Esc">
          {t('guideBack')}
        </Button>
      </div>
      <p class="refusal-keys">{t('refusalKeys')}</p>
    </form>
  );
}

/** What still needs a word: a slot first, otherwise the first empty layer. */
function focusFirstGap(form: HTMLFormElement | null): void {
  const fields = form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  const empty = [...(fields ?? [])].filter(({ value }) => value.trim() === '');
  (empty.find(({ required }) => required) ?? empty[0])?.focus();
}
