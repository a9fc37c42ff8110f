// The smallest parts of the pack format: ids, lines of text, finds, days. Each pattern has a name, under which its fault is told.
import * as z from 'zod/mini';
import { findFault } from '../text/find';

export const idSchema = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'id'), z.maxLength(100));

/** As it stands in braces: lib/domain/slot.ts. */
export const slotNameSchema = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*$/, 'id'), z.maxLength(100));

/** Nobody sees these, and what stands behind them is read in another order, or not at all. */
const hidden = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u;

export const lineSchema = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(2000), (payload) => {
    const [found] = hidden.exec(payload.value) ?? [];
    if (found !== undefined)
      payload.issues.push({
        code: 'custom',
        params: { why: 'hidden', what: [codeOf(found)] },
        input: payload.value,
      });
  });

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A day of the agent's calendar. */
export const daySchema = z
  .string()
  .check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'day'));

/** Of the doctrine: `W3`. */
export const ruleSchema = z.string().check(z.regex(/^[A-Z]\d{1,2}$/, 'rule'));

/** Words in the find language of lib/text/find.ts: `sorry (for|about)`, `[very] sorry`, `sorry … late`. */
export const findSchema = lineSchema.check((payload) => {
  const fault = findFault(payload.value);
  if (!fault) return;
  const { at, why, what = [] } = fault;
  const params = { why: `find-${why}`, what: [...what, String(at + 1)] };
  payload.issues.push({ code: 'custom', params, input: payload.value });
});

/** Three numbers, of which an update raises one: `1.2.0`. */
export const versionSchema = z.string().check(z.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'version'));

/** A public key and a signature, in Base64: see lib/domain/pack-signature.ts. */
export const signatureSchema = z.strictObject({
  key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/, 'base64')),
  value: z.string().check(z.regex(/^[A-Za-z0-9+/]{86}==$/, 'base64')),
});
