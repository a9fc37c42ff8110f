import { useSignal } from '@preact/signals';
import type { Complaint } from '../../lib/domain/complaint';
import { writeRecord } from '../../lib/domain/written-record';
import type { TextKind } from '../../lib/domain/written-record';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { MaskChoice } from '../ui/mask-choice';
import { t } from '../ui/texts';
import { writtenRecord } from './written-titles';
import './share.css';

export type ShareRecordProps = {
  complaint: Complaint;
  titleOf: (category: string) => string;
  copy: (text: string) => void;
  /** Into the page's own box; missing where there is no page. */
  insert?: (text: string) => void;
};

/** One complaint as text or Markdown, masked unless asked otherwise: seen first, then copied or put into the page. */
export function ShareRecord({ complaint, titleOf, copy, insert }: ShareRecordProps) {
  const isOpen = useSignal(false);
  const kind = useSignal<TextKind>('text');
  const mask = useSignal(true);
  const text = isOpen.value
    ? writeRecord(writtenRecord(complaint, { mask: mask.value, titleOf }), kind.value)
    : '';
  return (
    <details class="share" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{t('shareRecord')}</summary>
      {isOpen.value && (
        <div class="card">
          <Choice<TextKind>
            label={t('shareKind')}
            value={kind.value}
            options={[
              { value: 'text', title: t('shareText') },
              { value: 'markdown', title: t('shareMarkdown') },
            ]}
            onChoose={(next) => (kind.value = next)}
          />
          <MaskChoice masked={mask.value} onChange={(next) => (mask.value = next)} />
          <textarea readOnly rows={8} aria-label={t('sharePreview')} value={text} />
          {insert && <p class="hint">{t('handOverInternal')}</p>}
          <div class="actions">
            <Button kind="main" onClick={() => copy(text)}>
              {t('shareCopy')}
            </Button>
            {insert && <Button onClick={() => insert(text)}>{t('insert')}</Button>}
          </div>
        </div>
      )}
    </details>
  );
}
