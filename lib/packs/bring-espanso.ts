// Matches of espanso, a YAML file: trigger or triggers, replace, label (espanso.org/docs/matches/basics, seen 2026-11-22).
import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod/mini';
import type { Brought } from '../domain/brought';
import { withSlots } from './bring-words';

const matchSchema = z.object({
  trigger: z.optional(z.string()),
  triggers: z.optional(z.array(z.string())),
  replace: z.optional(z.string()),
  label: z.optional(z.string()),
});
const schema = z.object({ matches: z.array(z.unknown()) });

export function bringEspanso(text: string): Brought {
  const parsed = schema.safeParse(parseYaml(text));
  if (!parsed.success)
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'espanso' }] };
  const lines = linesOf(text);
  const read = parsed.data.matches.map((match, at) => {
    const one = matchSchema.safeParse(match);
    const { trigger, triggers = [], replace, label = '' } = one.success ? one.data : {};
    const shortcut = trigger ?? triggers[0] ?? '';
    return { line: lines[at] ?? 1, shortcut, replace, note: label };
  });
  return {
    rows: read.flatMap(({ replace, ...row }) =>
      // Where the caret goes is the agent's own affair.
      replace === undefined
        ? []
        : [{ ...row, text: withSlots(replace.replaceAll('$|$', ''), /\{\{([^{}]+)\}\}/g, {}) }],
    ),
    // Pictures, scripts, forms: they say no text by themselves.
    problems: read.flatMap(({ replace, line, shortcut }) =>
      replace === undefined ? [{ line, why: 'left-out' as const, what: shortcut }] : [],
    ),
  };
}

function parseYaml(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

/** Of the items of its list, one after the other: each begins with a hyphen, as deep as the first. */
function linesOf(text: string): number[] {
  const lines = text.split('\n');
  const begins = lines.findIndex((line) => /^matches\s*:/.test(line));
  const first = lines.slice(begins + 1).find((line) => /^\s*- /.test(line)) ?? '';
  const indent = first.slice(0, first.indexOf('-'));
  return lines.flatMap((line, at) =>
    at > begins && line.startsWith(`${indent}- `) ? [at + 1] : [],
  );
}
