// One complaint as it may leave the log: nothing in it that tells who the customer is, as far as forms and its own names do.
import type { Complaint } from './complaint';
import { fieldKinds } from './complaint-groups';
import { createNameMask } from './known-names';
import { maskText } from './mask-text';
import { maskName } from './redact';
import type { Masked } from './mask-text';

const wordFields = Object.entries(fieldKinds).flatMap(([field, { is }]) =>
  is === 'words' || is === 'choiceOrWords' ? [field] : [],
);

/**
 * A complaint with the customer's name, contact, and what is of a known form masked, in all of its texts.
 * @param tell hears of each that was masked by its form, with its field
 */
export function maskComplaint(
  complaint: Complaint,
  tell: (masked: Masked, field: string) => void = () => {},
): Complaint {
  const who = maskName(complaint.who);
  const withoutName = createNameMask([{ name: complaint.who, as: who }]);
  const masked: Record<string, unknown> = { ...complaint, who };
  for (const field of ['contact', ...wordFields]) {
    const text = masked[field];
    if (typeof text === 'string' && text !== '')
      masked[field] = withoutName(maskText(text, (each) => tell(each, field)));
  }
  masked['tags'] = complaint.tags.map((tag) => withoutName(maskText(tag)));
  return masked as Complaint; // The same fields, texts for texts.
}
