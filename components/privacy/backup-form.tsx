import { useSignal } from '@preact/signals';
import type { PrivacyStore, Restored } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { showBytes } from '../ui/bytes';
import { FileButton } from '../ui/file-button';
import { SecretField } from '../ui/secret-field';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';

type PartProps = { privacy: PrivacyStore; isBusy: boolean };

/** Everything to one file, and back. */
export function BackupForm({ privacy, isBusy }: PartProps) {
  const passphrase = useSignal('');
  const made = useSignal<number | undefined>(undefined);
  const make = async () => {
    made.value = undefined;
    made.value = await privacy.backUp(passphrase.value);
  };
  return (
    <section aria-label={t('backupTitle')}>
      <h2>{t('backupTitle')}</h2>
      <p class="hint">{t('backupHint')}</p>
      <div class="parts">
        <div class="part">
          <SecretField
            label={t('backupPassphrase')}
            value={passphrase.value}
            hint={t('backupPassphraseHint')}
            onInput={(value) => (passphrase.value = value)}
          />
          <Button kind="main" disabled={isBusy} onClick={() => void make()}>
            {t('backupMake')}
          </Button>
          <p role="status">{made.value !== undefined && t('backupMade', showBytes(made.value))}</p>
        </div>
        <RestoreForm privacy={privacy} isBusy={isBusy} />
      </div>
    </section>
  );
}

function RestoreForm({ privacy, isBusy }: PartProps) {
  const file = useSignal<File | undefined>(undefined);
  const passphrase = useSignal('');
  const done = useSignal<Restored | undefined>(undefined);
  const restore = async () => {
    const chosen = file.value;
    if (!chosen) return;
    done.value = undefined;
    done.value = await privacy.restore(chosen, passphrase.value);
  };
  return (
    <form
      class="part"
      aria-label={t('restoreTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
      }}
    >
      <div class="chosen">
        <FileButton
          label={t('restoreFile')}
          onFiles={([chosen]) => {
            file.value = chosen;
            done.value = undefined;
          }}
        />
        <span role="status">{file.value?.name}</span>
      </div>
      <SecretField
        label={t('restorePassphrase')}
        value={passphrase.value}
        onInput={(value) => (passphrase.value = value)}
      />
      <p class="hint">{t('restoreHint')}</p>
      <Button type="submit" disabled={isBusy || file.value === undefined}>
        {t('restoreNow')}
      </Button>
      <p role="status" class={done.value?.ok === false ? 'due' : undefined}>
        {done.value && restoredText(done.value)}
      </p>
    </form>
  );
}

function restoredText(done: Restored): string {
  if (done.ok) {
    const { madeAt, rows, merged } = done;
    const { added, replaced, conflicts } = merged;
    const told = t('restored', showMoment(madeAt), rows, added, replaced);
    return conflicts > 0 ? `${told} ${t('restoredBoth', conflicts)}` : told;
  }
  const { refusal } = done;
  switch (refusal.reason) {
    case 'foreign':
    case 'newer':
      return t(`restore_${refusal.reason}`);
    case 'passphrase-missing':
      return t('restore_passphrase_missing');
    case 'passphrase-wrong':
      return t('restore_passphrase_wrong');
    case 'damaged':
      return t('restore_damaged', refusal.byte, refusal.row);
    case 'interrupted':
      return t('restore_interrupted', refusal.why);
  }
}
