import type { Left } from '../../lib/panel/chosen-records';
import { fieldTitle, listText } from '../record/field-texts';
import { t } from '../ui/texts';

const listed = 8;

/** The records that stay as they were when many were changed, each with the reason and a way to it. */
export function LeftList({ left }: { left: readonly Left[] }) {
  if (left.length === 0) return null;
  const more = left.length - listed;
  return (
    <div class="chosen-left" role="status">
      <p>{t('tableStay')}</p>
      <ul>
        {left.slice(0, listed).map((each) => (
          <li key={each.number}>
            <a href={`#log/${each.number}`}>{t('numberShort', each.number)}</a> {whyText(each)}
          </li>
        ))}
        {more > 0 && <li>{t('retentionMore', more)}</li>}
      </ul>
    </div>
  );
}

function whyText({ why, missing = [] }: Left): string {
  switch (why) {
    case 'same':
      return t('staySame');
    case 'passed':
      return t('stayPassed');
    case 'off-path':
      return t('stayOffPath');
    case 'missing':
      return t('recordMissing', listText(missing.map(fieldTitle)));
    case 'invalid':
      return t('stayInvalid');
    case 'gone':
      return t('stayGone');
  }
}
