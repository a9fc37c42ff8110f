// The words of a training case in the language of the interface.
import type { Complaint } from '../../lib/domain/complaint';
import { groups } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import type { Entry } from '../../lib/domain/timeline';
import type { CaseTitles } from '../../lib/domain/training-case';
import { t } from '../ui/texts';
import { showWait } from '../ui/time';
import { entryText } from './entry-text';
import { fieldTitle, valueText } from './field-texts';

/** What tells who they are, when it was, or what only the log needs; the lessons have a part of their own. */
const left: ReadonlySet<Field> = new Set([
  'who',
  'contact',
  'acknowledgedAt',
  'dueAt',
  'approvedAt',
  'immediateAt',
  'permanentAt',
  'retainUntil',
  'lessons',
  'tags',
]);

export function caseTitles(
  complaint: Complaint,
  titleOf: (category: string) => string,
): CaseTitles {
  const lineOf = (field: Field) => ({
    title: fieldTitle(field),
    value:
      field === 'category' ? titleOf(complaint.category ?? '') : valueText(field, complaint[field]),
  });
  return {
    title: t('caseTitle', titleOf(complaint.category ?? '') || String(complaint.number)),
    customer: t('caseCustomer'),
    colleague: (letter) => t('caseColleague', letter),
    course: t('caseCourse'),
    lessons: t('lessons'),
    none: t('caseNoLessons'),
    sections: groups.map(({ id, fields }) => ({
      title: t(`group_${id}`),
      lines: fields.filter((field: Field) => !left.has(field)).map(lineOf),
    })),
    after: (ms) => (ms < 60_000 ? t('caseAt') : t('caseAfter', showWait(ms))),
    entry: courseText,
  };
}

/** Of the changes only the stages; of promises not the day. */
function courseText(entry: Entry): string {
  if (entry.is === 'changed' && entry.change.kind !== 'moved' && entry.change.kind !== 'reopened')
    return '';
  if (entry.is === 'event' && entry.event.kind === 'promiseMade')
    return t('casePromised', entry.event.owner, entry.event.what);
  if (entry.is === 'event' && entry.event.kind === 'promiseRenewed') return t('casePromiseMoved');
  return entryText(entry, true);
}
