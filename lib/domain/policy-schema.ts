// The policy for browsers: public/policy.schema.json, made of the schema that reads it, in the few words that Chromium knows.
import * as z from 'zod/mini';
import { policySchema } from './policy';

type Node = { readonly [key: string]: unknown };

/**
 * The text of public/policy.schema.json. Chromium refuses a whole schema for one word that it does not know, and drops
 * values that do not fit; what is told of wrong ones is told by lib/domain/policy.ts.
 */
export function policySchemaText(): string {
  const plain = simplify(z.toJSONSchema(policySchema, { io: 'input' }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function simplify(node: Node): Node {
  const { type, properties, items, anyOf, additionalProperties: more } = node;
  // A value or none: a policy leaves it out instead.
  if (Array.isArray(anyOf)) return simplify(anyOf.find((each: Node) => each['type'] !== 'null'));
  if (type === 'array') return { type, items: simplify(items as Node) }; // As an array's schema says.
  if (type !== 'object') return { type };
  const own = Object.entries((properties ?? {}) as Record<string, Node>); // Of an object's schema.
  const named = Object.fromEntries(own.map(([key, value]) => [key, simplify(value)]));
  // A record: any key with a value of one kind.
  if (own.length === 0 && typeof more === 'object')
    return { type, additionalProperties: simplify(more as Node) }; // Of a record's schema.
  return { type, properties: named };
}
