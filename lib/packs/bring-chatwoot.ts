// Canned responses of Chatwoot, as its API gives them: a list with short_code and content (app/controllers/api/v1, Chatwoot 4, seen 2026-11-22).
import * as z from 'zod/mini';
import type { Brought } from '../domain/brought';
import { linesOf, parseJson } from './bring-json';
import { withSlots } from './bring-words';

const schema = z.array(z.object({ short_code: z.string(), content: z.string() }));
const known = {
  'contact.name': 'customer',
  'contact.first_name': 'customer',
  'contact.last_name': 'customer',
  'agent.name': 'agent',
  'agent.first_name': 'agent',
} as const;

export function bringChatwoot(text: string): Brought {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'Chatwoot' }] };
  const lineOf = linesOf(text, parsed.data, []);
  const rows = parsed.data.map(({ short_code: shortcut, content }, at) => ({
    line: lineOf(at),
    text: withSlots(content, /\{\{([^{}]+)\}\}/g, known),
    shortcut,
  }));
  return { rows, problems: [] };
}
