import type { ShownHold } from '../../lib/panel/timers';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { showLength } from '../ui/time';

type HoldCardProps = {
  shown: ShownHold;
  /** What the next check-in says. */
  next: string | undefined;
  onCheckIn: () => void;
  onBack: () => void;
};

/** A running hold: how long so far, how long still, and when to give a sign of life (H4, H5). */
export function HoldCard({ shown: { hold, view, here }, next, onCheckIn, onBack }: HoldCardProps) {
  const due = view.checkInMs <= 0;
  const left = view.leftMs >= 0 ? 'holdLeft' : 'holdOver';
  return (
    <section class="card hold" aria-label={t('hold')}>
      <div class="row">
        <p>
          <b class="number">{t('holdRunning', showLength(view.elapsedMs))}</b>
          {hold.reason && ` · “${hold.reason}”`}
          {!here && <small> {t('holdOf', hold.customer || t('thisCustomer'))}</small>}
        </p>
        {here && (
          <Button onClick={onBack} hotkey="B">
            {t('back')}
          </Button>
        )}
      </div>
      <progress value={view.share} max={1} aria-label={t(left, showLength(view.leftMs))} />
      <div class="row">
        <p class={due ? 'due' : ''}>
          {due
            ? t('checkInNow')
            : t('checkInAt', showLength(view.elapsedMs + Math.ceil(view.checkInMs / 1000) * 1000))}
          <small class={`number ${view.leftMs < 0 ? 'due' : ''}`}>
            {' · '}
            {t(left, showLength(view.leftMs))}
            {view.missed > 0 && ` · ${t('holdMissed', view.missed)}`}
          </small>
        </p>
        {here && (
          <Button kind={due ? 'main' : 'plain'} onClick={onCheckIn} hotkey="H">
            {t('checkIn')}
          </Button>
        )}
      </div>
      {next && <p class="next">{t('holdNext', next)}</p>}
      {/* Said once when it is due, not at every tick. */}
      <p class="unseen" role="status">
        {due ? t('checkInNow') : ''}
      </p>
    </section>
  );
}
