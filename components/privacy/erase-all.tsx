import { useSignal } from '@preact/signals';
import type { PrivacyStore } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { showBytes } from '../ui/bytes';
import { t } from '../ui/texts';

type EraseAllProps = { privacy: PrivacyStore; isBusy: boolean };

/** First what goes, then the button: it cannot be taken back. */
export function EraseAll({ privacy, isBusy }: EraseAllProps) {
  const isAsked = useSignal(false);
  const failed = privacy.unerased.value;
  return (
    <section aria-label={t('eraseAllTitle')}>
      <h2>{t('eraseAllTitle')}</h2>
      <p class="hint">{t('eraseAllHint')}</p>
      <Button
        disabled={isBusy}
        expanded={isAsked.value}
        onClick={() => (isAsked.value = !isAsked.value)}
      >
        {t('eraseAllBegin')}
      </Button>
      {isAsked.value && (
        <div class="card">
          <p>{t('eraseAllSure', showBytes(privacy.storage.value?.used ?? 0))}</p>
          <div class="actions">
            <Button kind="main" disabled={isBusy} onClick={() => void privacy.eraseAll()}>
              {t('eraseAllNow')}
            </Button>
            <Button kind="quiet" onClick={() => (isAsked.value = false)}>
              {t('eraseAllKeep')}
            </Button>
          </div>
        </div>
      )}
      <div role="status">
        {failed !== undefined && <p class="due">{t('eraseAllFailed', failed)}</p>}
      </div>
    </section>
  );
}
