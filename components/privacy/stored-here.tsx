import { isNearlyFull } from '../../lib/domain/storage-room';
import type { StorageState } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { showBytes } from '../ui/bytes';
import { t } from '../ui/texts';

type StoredHereProps = { storage: StorageState | undefined; onKeep: () => void };

/** What is stored, how much of it, and whether the browser may clear it. */
export function StoredHere({ storage, onKeep }: StoredHereProps) {
  return (
    <section aria-label={t('privacyStored')}>
      <h2>{t('privacyStored')}</h2>
      <p class="hint">{t('privacyStoredHint')}</p>
      {storage && (
        <>
          <p class={isNearlyFull(storage) ? 'number due' : 'number'}>
            {t(
              isNearlyFull(storage) ? 'storageNear' : 'privacyUsed',
              showBytes(storage.used),
              showBytes(storage.quota),
            )}
          </p>
          <div class="row">
            <p>{t(storage.isKept ? 'privacyKept' : 'privacyNotKept')}</p>
            {!storage.isKept && <Button onClick={onKeep}>{t('privacyKeep')}</Button>}
          </div>
        </>
      )}
    </section>
  );
}
