import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrivacyStore } from '../../lib/panel/privacy';
import type { Settings } from '../../lib/domain/settings';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { AccessList } from './access-list';
import { BackupForm } from './backup-form';
import { EraseAll } from './erase-all';
import { EraseCustomer } from './erase-customer';
import { MaskPreview } from './mask-preview';
import { RetentionForm } from './retention-form';
import { StoredHere } from './stored-here';
import './privacy.css';

export type OpenPrivacy = () => Promise<PrivacyStore>;

type PrivacyPageProps = {
  open: OpenPrivacy;
  settings: Settings;
  /** The organisation's policy says how long the log is kept. */
  isLocked: boolean;
  onSave: (change: Partial<Settings>) => void;
};

/** All that is stored, and what can be done with it as a whole. */
export function PrivacyPage({ open, ...rest }: PrivacyPageProps) {
  const privacy = useSignal<PrivacyStore | undefined>(undefined);
  useEffect(() => {
    // Shown with its figures: they would move what is below them.
    const show = async () => {
      const opened = await open();
      await opened.measure();
      privacy.value = opened;
    };
    void show();
  }, [open, privacy]);
  return privacy.value ? <PrivacyBody privacy={privacy.value} {...rest} /> : null;
}

type PrivacyBodyProps = Omit<PrivacyPageProps, 'open'> & { privacy: PrivacyStore };

/** One thing runs at a time. */
function PrivacyBody({ privacy, settings, isLocked, onSave }: PrivacyBodyProps) {
  const rows = privacy.task.rows.value;
  const isBusy = rows !== undefined;
  return (
    <div class="privacy">
      <div role="status">
        {isBusy && (
          <div class="row">
            <p class="number">{t('privacyRows', rows)}</p>
            <Button onClick={privacy.task.stop}>{t('privacyStop')}</Button>
          </div>
        )}
        {privacy.failed.value !== undefined && (
          <p class="due">{t('privacyFailed', privacy.failed.value)}</p>
        )}
      </div>
      <StoredHere storage={privacy.storage.value} onKeep={() => void privacy.keep()} />
      <BackupForm privacy={privacy} isBusy={isBusy} />
      <EraseCustomer privacy={privacy} isBusy={isBusy} />
      <RetentionForm
        privacy={privacy}
        isBusy={isBusy}
        rule={settings.retention}
        isLocked={isLocked}
        onRule={(retention) => onSave({ retention })}
      />
      <MaskPreview privacy={privacy} isBusy={isBusy} />
      <AccessList privacy={privacy} />
      <EraseAll privacy={privacy} isBusy={isBusy} />
    </div>
  );
}
