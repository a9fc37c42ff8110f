import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PromiseStore } from '../../lib/panel/promises';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { DueList } from './due-list';

type DueViewProps = { promises: PromiseStore; onBack: () => void };

/** What is due in all conversations, the most urgent first: chosen by the arrows, done or put off by one key. */
export function DueView({ promises, onBack }: DueViewProps) {
  const at = useSignal(0);
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const items = promises.due.value;
  const chosen = items[Math.min(at.value, items.length - 1)];
  const move = (by: number) => () => {
    at.value = Math.max(0, Math.min(items.length - 1, at.value + by));
  };
  useHotkeys({
    ArrowUp: move(-1),
    ArrowDown: move(1),
    ...(chosen && {
      Enter: () => void promises.open(chosen.item.conversationId),
      k: () => void promises.done(chosen.item),
      e: () => void promises.snooze(chosen.item),
    }),
  });
  return (
    <section ref={section} class="due-view" tabIndex={-1} aria-label={t('dueTitle')}>
      <h2>{t('dueTitle')}</h2>
      <DueList promises={promises} chosen={chosen?.item.id} />
      {items.length > 0 && <p class="hint">{t('dueKeys')}</p>}
      <div class="actions">
        <Button kind="quiet" onClick={onBack} hotkey="Esc">
          {t('guideBack')}
        </Button>
      </div>
    </section>
  );
}
