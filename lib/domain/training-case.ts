// A typical case as others may learn from it: without names, numbers, places of contact and dates, as Markdown.
import type { Complaint } from './complaint';
import { withoutNames } from './known-names';
import type { KnownName } from './known-names';
import { maskText } from './mask-text';
import type { Entry } from './timeline';

/** The words around the case, in the language of whoever hands it out. */
export type CaseTitles = {
  title: string;
  /** In place of the customer's name, and of those who worked on it. */
  customer: string;
  colleague: (letter: string) => string;
  course: string;
  lessons: string;
  none: string;
  sections: readonly { title: string; lines: readonly CaseLine[] }[];
  /** How long after the complaint was received. */
  after: (ms: number) => string;
  /** Empty where it is of no matter to others. */
  entry: (entry: Entry) => string;
};
/** A field by its title, as the interface tells its value. */
type CaseLine = { title: string; value: string };

/**
 * The case. What stays: names that the record does not know as names, places, and dates within the text; who hands it
 * out reads it first.
 */
export function trainingCase(
  complaint: Complaint,
  timeline: readonly Entry[],
  titles: CaseTitles,
): string {
  const clean = cleaner(complaint, timeline, titles);
  const sections = titles.sections.flatMap(({ title, lines }) => {
    const told = lines.filter(({ value }) => value.trim() !== '');
    if (told.length === 0) return [];
    return [
      `## ${title}`,
      told.map((line) => `- **${line.title}:** ${clean(line.value)}`).join('\n'),
    ];
  });
  const course = timeline.flatMap((entry) => {
    const told = clean(titles.entry(entry));
    return told === '' ? [] : [`- ${titles.after(entry.at - complaint.receivedAt)}: ${told}`];
  });
  const { lessons } = complaint;
  return [
    `# ${titles.title}`,
    ...sections,
    `## ${titles.course}`,
    course.join('\n'),
    `## ${titles.lessons}`,
    lessons === undefined || lessons === '' ? titles.none : clean(lessons),
    '',
  ].join('\n\n');
}

function cleaner(
  complaint: Complaint,
  timeline: readonly Entry[],
  titles: CaseTitles,
): (text: string) => string {
  const { who, person, approver, immediateOwner, permanentOwner } = complaint;
  const staff = [person, approver, immediateOwner, permanentOwner, ...timeline.map(actorOf)];
  const colleagues = [...new Set(staff.flatMap((name) => (name?.trim() ? [name.trim()] : [])))];
  const names: KnownName[] = [
    { name: who, as: titles.customer },
    ...colleagues.map((name, index) => ({ name, as: titles.colleague(letterOf(index)) })),
  ];
  // A line of its own would end the list it stands in, and a mark would make it something else.
  return (text) =>
    withoutMarks(withoutReferences(withoutNames(maskText(text), names))).replaceAll(/\s+/g, ' ');
}

function actorOf(entry: Entry): string | undefined {
  if (entry.is === 'changed') return entry.change.by;
  return entry.is === 'event' && 'owner' in entry.event ? entry.event.owner : undefined;
}

/** Order numbers and the like, shorter than those that are masked everywhere. */
function withoutReferences(text: string): string {
  return text.replaceAll(
    /\b(?=[A-Za-z-]*\d)[A-Za-z]{1,5}-?\d{3,}\b|#\s?\d{3,}|\b\d{5,6}\b/g,
    '●●●●',
  );
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
}

function letterOf(index: number): string {
  return String.fromCodePoint(65 + (index % 26));
}
