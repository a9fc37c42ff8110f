// The pack format for editors and other programs: public/pack.schema.json, made of the schema that reads packs.
import * as z from 'zod/mini';
import { packSchema } from './pack';

/** The text of public/pack.schema.json. What a schema cannot say, such as that a find is one, is told on entry. */
export function packSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(packSchema, { io: 'input' });
  const titled = { $schema, title: 'Composure pack, format 1', ...rest };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
