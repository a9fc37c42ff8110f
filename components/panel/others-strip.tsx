import type { Other, OthersStore } from '../../lib/panel/others';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import { useHotkeys } from './hotkeys';
import './others.css';

/** Who else waits, the most urgent first; nothing where there is one conversation alone. */
export function OthersStrip({ others }: { others: OthersStore }) {
  const all = others.all.value;
  const [first] = all;
  useHotkeys(first ? { g: () => void others.goTo(first.key) } : {});
  if (!first) return null;
  return (
    <nav class="others" aria-label={t('others')}>
      {all.map((other) => (
        <button
          key={other.key}
          type="button"
          class={other.hold === 'due' ? 'due' : ''}
          aria-keyshortcuts={other === first ? 'G' : undefined}
          onClick={() => void others.goTo(other.key)}
        >
          <span class="other-name">{other.customer || t('thisCustomer')}</span>
          {stateOf(other) && <small class="number">{stateOf(other)}</small>}
          {other === first && <Key name="G" />}
        </button>
      ))}
    </nav>
  );
}

function stateOf({ hold, waitingMs }: Other): string {
  const told = [
    hold === 'due' && t('checkInNow'),
    hold === 'running' && t('hold'),
    waitingMs !== undefined && waitText(waitingMs),
  ];
  return told.filter(Boolean).join(' · ');
}

function waitText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return t('waitsNow');
  if (minutes < 60) return t('waitsMinutes', minutes);
  return minutes < 24 * 60
    ? t('waitsHours', Math.floor(minutes / 60))
    : t('waitsDays', Math.floor(minutes / 1440));
}
