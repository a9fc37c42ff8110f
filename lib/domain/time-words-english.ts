// The English words for times, read into days, hours and amounts.
import { isLooseClock, rangeOf } from './time-said';
import type { ClockTime, DayWord, TimeUnit, TimeWords } from './time-words';

const numbers =
  'half an|half a|an|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a couple of|couple of|a few|few|several';
const figure = `(?:\\d{1,4}(?:\\.\\d)?|${numbers})`;
const units = 'minutes?|mins?|hours?|hrs?|days?|weeks?|months?';
const within = new RegExp(
  `\\b(?:within|in|inside)?\\s?(?:the next |about |around |approximately |up to |less than |under |the )?(?:${figure}\\s?(?:-|–|to|or)\\s?)?(${figure}(?: and a half)?)\\s?-?(?:more )?((?:working|business|office) )?(${units})(?: and a (half|quarter))?\\b`,
  'giu',
);
/** "In the last 90 days", "3 days ago", "30 day warranty" are no promise. */
const passed =
  /\b(?:last|past|previous|first|every|each|per|after|since|been|were|was|waited|waiting)\s+(?:the |a )?$/i;
const passedBehind =
  /^\s*(?:ago|old|earlier|late|warranty|guarantee|trial|return|of purchase|return policy|early)\b/i;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const dayEnglish = `(?:the )?(?:end of (?:the |this |next )?(?:business |working )?(?:day|week|month)|day after tomorrow|eod|today|tonight|tomorrow|(?:this |next |on )?(?:${weekdays.join('|')})|this week|next week|the weekend|this month|(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months.join('|')})|(?:${months.join('|')}) \\d{1,2}(?:st|nd|rd|th)?))`;
const hourWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const clockEnglish = `(?:(?:half|(?:a )?quarter) (?:past|to) (?:\\d{1,2}|${hourWords.join('|')})(?:\\s?(?:am|pm|a\\.m\\.|p\\.m\\.))?|\\d{1,2}[:.]\\d{2}\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)?|\\d{1,2}\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|o'clock)|noon|midday|midnight|(?:this |the |early )?(?:morning|afternoon|evening)|lunchtime|close of business|cob)`;
const to = '(?:by|before|until|till|no later than|at|on|at the latest by|latest by)';
const byEnglish = new RegExp(
  `\\b(?:${to} )?(${dayEnglish})(?:,? (?:${to} )?(${clockEnglish}))?(?![\\p{L}\\d])|\\b${to} (${clockEnglish}|\\d{1,2})(?: (?:${to} )?(${dayEnglish}))?(?![\\p{L}\\d%]|[:.]\\d)|\\b(this (?:morning|afternoon|evening))\\b`,
  'giu',
);

const parts = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
]);

/** "within 10 minutes", "3 to 5 working days": amounts of time, the longest that is said. */
export function amountsInEnglish(text: string): TimeWords[] {
  return [...text.matchAll(within)].flatMap((match) => {
    const [words, amount = '', working, name = '', more = ''] = match;
    const start = match.index + words.length - words.trimStart().length;
    const end = match.index + words.length;
    if (
      passed.test(text.slice(0, start)) ||
      passed.test(words) ||
      passedBehind.test(text.slice(end))
    )
      return [];
    const value = numberOf(amount) + (parts.get(more.toLowerCase()) ?? 0);
    const unit = unitOf(name, working !== undefined);
    return [{ start, end, kind: 'within' as const, amount: value, unit }];
  });
}

const wordNumbers = new Map<string, number>([
  ...['a', 'an', 'one'].map((one) => [one, 1] as const),
  ...['half a', 'half an'].map((half) => [half, 0.5] as const),
  ...['a couple of', 'couple of', 'two'].map((two) => [two, 2] as const),
  // "A few" is kept when three are.
  ...['a few', 'few', 'several', 'three'].map((three) => [three, 3] as const),
  ...([
    ['four', 4],
    ['five', 5],
    ['six', 6],
    ['seven', 7],
    ['eight', 8],
    ['nine', 9],
    ['ten', 10],
    ['twelve', 12],
    ['fifteen', 15],
    ['twenty', 20],
    ['thirty', 30],
  ] as const),
]);

function numberOf(words: string): number {
  const whole = words.toLowerCase().replace(/ and a half$/, '');
  return (wordNumbers.get(whole) ?? Number(whole)) + (whole.length < words.length ? 0.5 : 0);
}

function unitOf(name: string, working: boolean): TimeUnit {
  const letter = name.toLowerCase();
  if (letter.startsWith('mi')) return 'minute';
  if (letter.startsWith('h')) return working ? 'working-hour' : 'hour';
  if (letter.startsWith('d')) return working ? 'working-day' : 'day';
  return letter.startsWith('w') ? 'week' : 'month';
}

/** "by 3 pm", "tomorrow before noon", "next Friday": points in time. */
export function pointsInEnglish(text: string): TimeWords[] {
  return [...text.matchAll(byEnglish)].flatMap((match) => {
    const [, dayFirst, clockBehind, clockFirst, dayBehind, part] = match;
    const day = dayOf(dayFirst ?? dayBehind ?? (part ? 'today' : ''));
    const clock = clockOf(
      clockBehind ?? clockFirst ?? part ?? ownClock(dayFirst ?? dayBehind ?? ''),
    );
    return day || clock ? [{ ...rangeOf(match), kind: 'by' as const, day, clock }] : [];
  });
}

function ownClock(day: string): string {
  return /tonight/i.test(day) ? 'evening' : '';
}

function dayOf(words: string): DayWord | undefined {
  const said = words.toLowerCase();
  if (/day after tomorrow/.test(said)) return { is: 'in', days: 2 };
  if (/tomorrow/.test(said)) return { is: 'in', days: 1 };
  if (/today|tonight|eod|end of (?:the |this )?(?:business |working )?day/.test(said))
    return { is: 'in', days: 0 };
  if (/next week/.test(said)) return { is: 'end-of', of: 'next-week' };
  if (/month/.test(said)) return { is: 'end-of', of: 'month' };
  if (/week/.test(said)) return { is: 'end-of', of: 'week' };
  const weekday = weekdays.findIndex((name) => said.includes(name));
  if (weekday >= 0) return { is: 'weekday', weekday, later: said.includes('next') };
  const month = months.findIndex((name) => said.includes(name));
  return month < 0
    ? undefined
    : { is: 'date', month: month + 1, day: Number(/\d+/.exec(said)?.[0] ?? 1) };
}

const partEnds: readonly (readonly [RegExp, number])[] = [
  [/noon(?!s)|midday|lunch/, 12 * 60],
  [/midnight/, 24 * 60],
  [/morning/, 12 * 60],
  [/evening/, 22 * 60],
];

function clockOf(words: string): ClockTime | undefined {
  const said = words.toLowerCase();
  if (/afternoon|close of business|cob/.test(said))
    return { minutes: 18 * 60, loose: false, part: true };
  const part = partEnds.find(([name]) => name.test(said));
  if (part) return { minutes: part[1], loose: false, part: /morning|evening/.test(said) };
  const spoken = spokenClock(said);
  if (spoken) return spoken;
  const match = /(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)?/.exec(said);
  if (!match) return undefined;
  const [hour, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]?.charAt(0)];
  if (hour > 24 || minute > 59) return undefined;
  if (half) return { minutes: inHalf(hour * 60 + minute, half), loose: false };
  const loose = match[2] === undefined ? hour <= 12 : isLooseClock(match[1] ?? '');
  return { minutes: hour * 60 + minute, loose };
}

/** "half past three", "a quarter to 5 pm". */
function spokenClock(said: string): ClockTime | undefined {
  const match = /(half|quarter) (past|to) (\d{1,2}|[a-z]+?)(?:\s?([ap])(?:m|\.m\.))?$/.exec(said);
  if (!match) return undefined;
  const [, part, side, words = '', half] = match;
  const hour = hourWords.includes(words) ? hourWords.indexOf(words) + 1 : Number(words);
  const minutes = hour * 60 + (part === 'half' ? 30 : 15) * (side === 'past' ? 1 : -1);
  if (!(minutes >= 0 && minutes <= 1440)) return undefined;
  return half ? { minutes: inHalf(minutes, half), loose: false } : { minutes, loose: hour <= 12 };
}

function inHalf(minutes: number, half: string): number {
  return (minutes % 720) + (half === 'p' ? 720 : 0);
}
