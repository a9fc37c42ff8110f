// The ticket system of an organisation's policy; apart from the rest of it, for the background, which needs only this.
import * as z from 'zod/mini';
import { mapRowSchema } from './field-mapping';
import { cleanAddress } from './ticket';
import type { Connection } from './ticket';

const addressSchema = z
  .string()
  .check(z.refine((address) => cleanAddress(address) !== undefined, 'address'));

export const policyTicketsSchema = z.strictObject({
  system: z.string(),
  address: addressSchema,
  fields: z.optional(z.record(z.string(), z.string())),
  mapping: z.optional(z.array(mapRowSchema)),
  mask: z.optional(z.boolean()),
  /** All but the credentials is as it is set here. */
  locked: z.optional(z.boolean()),
});

/**
 * The agent's connections under a policy: what it locks goes before all; what it only offers, where the agent has none.
 * Fields that it does not name, such as the agent's own address, stay the agent's.
 */
export function connectionsUnder(
  set: z.infer<typeof policyTicketsSchema> | undefined,
  own: Connection[],
): Connection[] {
  const address = set && cleanAddress(set.address);
  if (!set || address === undefined || (!set.locked && own.length > 0)) return own;
  const id = `${set.system} ${address}`;
  const { fields: given = {}, mapping, mask = true, locked = false, system } = set;
  const mine = own.find((each) => each.id === id);
  const connection = { id, system, address, mask, fields: { ...mine?.fields, ...given } };
  const rest = {
    ...(mapping && { mapping }),
    ...(locked && { locked: Object.keys(given) }),
  };
  return [{ ...connection, ...rest }, ...own.filter((each) => each !== mine)];
}
