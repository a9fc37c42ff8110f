// The form of a complaint, apart from its schema: shown with the first paint, checked when it is saved.
import type { ComplaintForm } from './complaint';

/** The most that one text of a record may hold, in UTF-16 units. */
export const longestWords = 4000;
export const mostTags = 30;

export const emptyForm: ComplaintForm = { who: '', what: '', feeling: '', request: '' };
