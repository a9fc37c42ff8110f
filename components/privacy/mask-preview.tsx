import { useSignal } from '@preact/signals';
import type { MaskReport, PrivacyStore } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { t } from '../ui/texts';

type MaskPreviewProps = { privacy: PrivacyStore; isBusy: boolean };

/** What an export would mask in this log, before anything leaves it. */
export function MaskPreview({ privacy, isBusy }: MaskPreviewProps) {
  const report = useSignal<MaskReport | undefined>(undefined);
  const look = async () => {
    report.value = await privacy.masks();
  };
  return (
    <section aria-label={t('maskTitle')}>
      <h2>{t('maskTitle')}</h2>
      <p class="hint">{t('maskHint')}</p>
      <div class="actions">
        <Button disabled={isBusy} onClick={() => void look()}>
          {t('maskLook')}
        </Button>
      </div>
      <div role="status">{report.value && <Found report={report.value} />}</div>
    </section>
  );
}

function Found({ report: { complaints, counts, first } }: { report: MaskReport }) {
  if (counts.size === 0) return <p>{t('maskNone', complaints)}</p>;
  return (
    <>
      <p>{t('maskFound', complaints)}</p>
      <ul>
        {[...counts].map(([kind, count]) => (
          <li key={kind}>{t('maskCount', t(`masked_${kind}`), count)}</li>
        ))}
      </ul>
      <ul class="masked">
        {first.map(({ number, words, as }, index) => (
          <li key={index}>{t('maskAs', number, words, as)}</li>
        ))}
      </ul>
    </>
  );
}
