// Macros of Zendesk, as its API gives them: actions, of which comment_value and comment_value_html say a text (developer.zendesk.com, seen 2026-11-22).
import * as z from 'zod/mini';
import type { Brought } from '../domain/brought';
import { linesOf, parseJson } from './bring-json';
import { plainWords, withSlots } from './bring-words';

const macroSchema = z.object({
  title: z.catch(z.string(), ''),
  description: z.catch(z.nullable(z.string()), null),
  active: z.catch(z.boolean(), true),
  actions: z.array(z.object({ field: z.string(), value: z.unknown() })),
});
const schema = z.object({ macros: z.array(macroSchema) });
const known = {
  'ticket.requester.name': 'customer',
  'ticket.requester.first_name': 'customer',
  'ticket.requester.last_name': 'customer',
  'current_user.name': 'agent',
  'current_user.first_name': 'agent',
} as const;

export function bringZendesk(text: string): Brought {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'Zendesk' }] };
  const { macros } = parsed.data;
  const lineOf = linesOf(text, macros, ['macros']);
  const said = macros.map((macro, at) => ({ ...macro, line: lineOf(at), text: textOf(macro) }));
  const isSaid = ({ active, text: words }: (typeof said)[number]) => active && words !== undefined;
  return {
    rows: said.filter(isSaid).map(({ line, text: words = '', title, description }) => ({
      line,
      text: withSlots(words, /\{\{([^{}]+)\}\}/g, known),
      note: description ?? title,
    })),
    problems: said
      .filter((each) => !isSaid(each))
      .map(({ line, title }) => ({ line, why: 'left-out', what: title })),
  };
}

/** What it puts into the reply; undefined where it only changes the ticket. */
function textOf({ actions }: z.infer<typeof macroSchema>): string | undefined {
  const valueOf = (field: string): string | undefined => {
    const value = actions.find((action) => action.field === field)?.value;
    // Older macros say for which channels, and then the text.
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? last : undefined;
  };
  const html = valueOf('comment_value_html');
  return html === undefined ? valueOf('comment_value') : plainWords(html);
}
