import type { Receipt } from '../../lib/panel/privacy';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import { showMoment } from '../ui/time';

/** What was erased, without whom: to be kept or handed on. */
export function ErasureReceipt({ receipt }: { receipt: Receipt }) {
  const id = 'erasure-receipt';
  return (
    <div class="field" role="status">
      <label for={id}>{t('eraseReceipt')}</label>
      <textarea id={id} readOnly rows={10} value={receiptText(receipt)} />
    </div>
  );
}

function receiptText({ at, numbers, removed, masked, tickets }: Receipt): string {
  return [
    t('eraseReceiptText', showMoment(at)),
    ...Object.entries(removed).map(
      ([table, rows]) => t('eraseReceiptRow', t(`table_${table}` as TextKey), rows), // A test sees to it that each has a text.
    ),
    ...(numbers.length > 0 ? [t('eraseNumbers', numbers.join(', '))] : []),
    ...(masked > 0 ? [t('eraseReceiptMasked', masked)] : []),
    ...(tickets.length > 0
      ? [t('eraseElsewhere', tickets.map(({ id, url }) => url || id).join(', '))]
      : []),
  ].join('\n');
}
