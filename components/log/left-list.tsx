import type { Left } from '../../lib/panel/chosen-records';
import { fieldTitle, listText } from '../record/field-texts';
import { t } from '../ui/texts';

/** So many are named for each reason. */
const named = 12;

/** The records that stay as they were when many were changed, by the reason, each with a way to it. */
export function LeftList({ left }: { left: readonly Left[] }) {
  if (left.length === 0) return null;
  return (
    <div class="chosen-left" role="status">
      <p>{t('tableStay')}</p>
      <ul>
        {byReason(left).map(([why, all]) => (
          <li key={why}>
            {why}{' '}
            {all.slice(0, named).map((number) => (
              <a key={number} href={`#log/${number}`}>
                {t('numberShort', number)}
              </a>
            ))}
            {all.length > named && t('retentionMore', all.length - named)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The reasons in the order in which they were met, each with the numbers it holds for. */
function byReason(left: readonly Left[]): [string, number[]][] {
  const groups = new Map<string, number[]>();
  for (const each of left) {
    const why = whyText(each);
    groups.set(why, [...(groups.get(why) ?? []), each.number]);
  }
  return [...groups];
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
