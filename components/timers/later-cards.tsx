import type { PromiseStore } from '../../lib/panel/promises';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { showLength } from '../ui/time';
import { PromiseCard } from './promise-card';

/** What has time: how long the customer waits, and promises that are not due soon. */
export function LaterCards({ promises }: { promises: PromiseStore }) {
  const waiting = promises.waiting.value;
  const [first] = promises.here.value;
  return (
    <>
      {waiting && (
        <p class={`waiting number ${(waiting.leftMs ?? 0) < 0 ? 'due' : ''}`}>
          {waiting.leftMs === undefined
            ? t('waitingSince', showLength(waiting.waitedMs))
            : t(
                waiting.leftMs < 0 ? 'waitingFirstOver' : 'waitingFirst',
                showLength(waiting.leftMs),
              )}
        </p>
      )}
      {promises.here.value
        .filter(({ view }) => view.state === 'ahead')
        .map((shown) => (
          <PromiseCard
            key={shown.promised.id}
            shown={shown}
            hotkey={shown === first}
            promises={promises}
          />
        ))}
      <div class="actions">
        <Button kind="quiet" onClick={() => promises.write('promise', '')} hotkey="P">
          {t('promiseTitle')}
        </Button>
      </div>
    </>
  );
}
