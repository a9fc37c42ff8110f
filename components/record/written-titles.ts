// What a complaint as text tells, in the language of the interface.
import type { Complaint } from '../../lib/domain/complaint';
import { groups } from '../../lib/domain/complaint-groups';
import { maskComplaint } from '../../lib/domain/mask-complaint';
import type { WrittenRecord } from '../../lib/domain/written-record';
import { t } from '../ui/texts';
import { fieldTitle, valueText } from './field-texts';

const origin = ['receivedAt', 'channel', 'state'] as const;

/** All that is known of it; one that is not in the log yet (its number is 0) has no origin to tell. */
export function writtenRecord(
  complaint: Complaint,
  { mask, titleOf }: { mask: boolean; titleOf: (category: string) => string },
): WrittenRecord {
  const told = mask ? maskComplaint(complaint) : complaint;
  const isKept = complaint.number > 0;
  const fromLog = origin.map((field) => ({
    title: fieldTitle(field),
    value: valueText(field, told[field]),
  }));
  const ticket = { title: t('column_ticket'), value: told.ticket?.url ?? '' };
  const filledIn = groups.map(({ id, fields }) => ({
    title: t(`group_${id}`),
    lines: fields.map((field) => ({
      title: fieldTitle(field),
      value: field === 'category' ? titleOf(told.category ?? '') : valueText(field, told[field]),
    })),
  }));
  return {
    title: isKept ? t('recordTitle', complaint.number) : t('complaint'),
    sections: [
      ...filledIn,
      ...(isKept ? [{ title: t('writtenOrigin'), lines: [...fromLog, ticket] }] : []),
    ],
  };
}
