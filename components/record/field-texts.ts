// How the fields of a record and what they hold are told in the language of the interface.
import type { Complaint } from '../../lib/domain/complaint';
import { fieldKinds } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import { spokenLanguage, t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import { showMoment } from '../ui/time';

/** Four of them were there before the others, under shorter names. */
const known: Partial<Record<string, TextKey>> = { feeling: 'feels', request: 'wants' };

/** The name of a field, or of one that only the log fills in. */
export function fieldTitle(field: string): string {
  return t(known[field] ?? (field as TextKey)); // A test sees to it that each field has a text.
}

/** One of several choices of a field; own words are told as they are. */
export function choiceText(of: readonly string[], value: string): string {
  return of.includes(value) ? t(`choice_${value}` as TextKey) : value; // A test sees to it that each has a text.
}

/** What a field holds, as it is read; empty where it holds nothing. */
export function valueText(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return listText(value.map(tagText));
  if (field === 'state') return t(`state_${value as Complaint['state']}`); // As its schema says.
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value !== 'string') return '';
  const kind = isField(field) ? fieldKinds[field] : undefined;
  return kind && 'of' in kind ? choiceText(kind.of, value) : value;
}

/** The tag for typical cases has a name in both languages. */
function tagText(tag: unknown): string {
  return tag === 'typical' ? t('typicalCase') : String(tag);
}

/** Several things in a row, as the language writes them. */
export function listText(all: readonly string[]): string {
  return new Intl.ListFormat(spokenLanguage(), { type: 'conjunction' }).format(all);
}

function numberText(field: string, value: number): string {
  if (field === 'satisfaction') return t('satisfactionOf', value);
  return field === 'reopened' ? String(value) : showMoment(value);
}

function isField(field: string): field is Field {
  return field in fieldKinds;
}
