// Reads a file that wants to be a pack: whole and right, or refused with all that is wrong and where.
import * as z from 'zod/mini';
import { findJsonFault, lineAt } from '../text/json-places';
import type { JsonPath } from '../text/json-places';
import { packFormat, packSchema } from './pack';
import type { Pack } from './pack';
import { placeFaults } from './pack-fault';
import type { FaultWhy, PackFault, UnplacedFault } from './pack-fault';
import { strayFaults } from './pack-strays';

export type ReadResult = { ok: true; pack: Pack } | { ok: false; faults: readonly PackFault[] };

/** In characters: ten thousand phrases and their cues take a third of it. */
export const mostPackText = 10_000_000;
/** Who has more to mend begins with these. */
const mostFaults = 50;

/** Reads a text. Never throws, whatever the text holds. */
export function readPack(text: string): ReadResult {
  const refuse = (why: FaultWhy, ...what: string[]) =>
    ({ ok: false, faults: [{ path: [], line: 1, why, what }] }) as const;
  if (text.length > mostPackText) return refuse('too-big', String(mostPackText / 1_000_000));
  if (/^\s*</.test(text.slice(0, 1000))) return refuse('web-page');
  const bare = withoutMark(text);
  const broken = findJsonFault(bare);
  if (broken) {
    const { path, why, what } = broken;
    const unplaced = { path, why: faultOfJson[why], what: [what || '…'] };
    return { ok: false, faults: [{ ...unplaced, line: lineAt(bare, broken.at) }] };
  }
  const value: unknown = JSON.parse(bare);
  const later = laterFormat(value);
  if (later) return refuse('format', ...later);
  const parsed = packSchema.safeParse(value);
  const faults = parsed.success
    ? strayFaults(parsed.data)
    : faultsOfIssues(parsed.error.issues, value);
  if (parsed.success && faults.length === 0) return { ok: true, pack: parsed.data };
  return { ok: false, faults: placeFaults(bare, faults.slice(0, mostFaults)) };
}

/** Some editors put a mark before the text, which JSON does not know. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

const faultOfJson = {
  syntax: 'not-json',
  'too-deep': 'too-deep',
  'repeated-key': 'repeated-key',
  'forbidden-key': 'unknown-key',
} as const;

/** Title, its format and the latest known here, of a pack that only a newer version can read. */
function laterFormat(value: unknown): [string, string, string] | undefined {
  const named = z.object({ format: z.number(), title: z.catch(z.string(), '') }).safeParse(value);
  if (!named.success || named.data.format <= packFormat) return undefined;
  const { title, format } = named.data;
  return [title.slice(0, 80), String(format), String(packFormat)];
}

type Issue = z.core.$ZodIssue;

function faultsOfIssues(issues: readonly Issue[], value: unknown): UnplacedFault[] {
  return issues.slice(0, mostFaults).flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(path).join(', ');
      return issue.keys.map((key) => ({
        path: [...path, key],
        why: 'unknown-key' as const,
        what: [key.slice(0, 80), known],
      }));
    }
    if (path.length > 0 && valueAt(value, path) === undefined)
      return [{ path, why: 'missing', what: [String(path.at(-1))] }];
    return [{ path, ...whyOf(issue) }];
  });
}

function whyOf(issue: Issue): { why: FaultWhy; what: string[] } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.path.length === 0
        ? { why: 'not-a-pack', what: [] }
        : { why: 'wrong-type', what: [issue.expected] };
    case 'invalid_value':
      return { why: 'not-one-of', what: [issue.values.join(', ')] };
    case 'invalid_format':
      return { why: issue.message as FaultWhy, what: [] }; // The schema gives each pattern its name.
    case 'too_small':
      return issue.origin === 'number'
        ? { why: 'out-of-range', what: [`≥ ${issue.minimum}`] }
        : { why: 'empty', what: [] };
    case 'too_big':
      return issue.origin === 'number'
        ? { why: 'out-of-range', what: [`≤ ${issue.maximum}`] }
        : { why: 'too-long', what: [String(issue.maximum)] };
    case 'custom':
      return { why: issue.params?.['why'], what: issue.params?.['what'] };
    default:
      return { why: 'wrong-type', what: [issue.code] };
  }
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? Reflect.get(at, part)
        : undefined,
    value,
  );
}

/** The keys that the schema has at a place. */
function knownKeys(path: JsonPath): string[] {
  let schema: z.core.$ZodType | undefined = packSchema;
  for (const part of ['', ...path]) {
    if (part !== '') schema = stepInto(schema, part);
    while (schema instanceof z.ZodMiniOptional) schema = schema.def.innerType;
  }
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
}

function stepInto(schema: z.core.$ZodType | undefined, part: string | number) {
  if (schema instanceof z.ZodMiniObject) return schema.def.shape[part];
  return schema instanceof z.ZodMiniArray ? schema.def.element : undefined;
}
