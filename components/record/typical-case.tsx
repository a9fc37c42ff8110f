import { useSignal } from '@preact/signals';
import type { Complaint } from '../../lib/domain/complaint';
import { typicalCase } from '../../lib/domain/complaint-choices';
import type { Entry } from '../../lib/domain/timeline';
import { trainingCase } from '../../lib/domain/training-case';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { caseTitles } from './case-titles';

export type TypicalCaseProps = {
  complaint: Complaint;
  timeline: readonly Entry[];
  titleOf: (category: string) => string;
  onTag: (tags: readonly string[]) => void;
  copy: (text: string) => void;
  save: (text: string, name: string) => void;
};

/** Marks the case as one to learn from, and shows it as such. */
export function TypicalCase({ complaint, timeline, titleOf, onTag, copy, save }: TypicalCaseProps) {
  const shown = useSignal(false);
  const { tags } = complaint;
  const isTypical = tags.includes(typicalCase);
  const text = shown.value ? trainingCase(complaint, timeline, caseTitles(complaint, titleOf)) : '';
  return (
    <section class="typical">
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={isTypical}
            onChange={() =>
              onTag(isTypical ? tags.filter((tag) => tag !== typicalCase) : [...tags, typicalCase])
            }
          />
          {t('typicalCase')}
        </label>
        <Button kind="quiet" onClick={() => (shown.value = !shown.value)}>
          {t('typicalShow')}
        </Button>
      </div>
      {shown.value && (
        <>
          <p class="hint">{t('typicalHint')}</p>
          <textarea readOnly rows={12} aria-label={t('typicalShow')} value={text} />
          <div class="actions">
            <Button onClick={() => copy(text)}>{t('typicalCopy')}</Button>
            <Button onClick={() => save(text, `case-${complaint.number}.md`)}>
              {t('typicalSave')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
