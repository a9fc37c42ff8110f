// Small packs for tests, as a lead would write them.
import type { KeptPack } from '../../lib/domain/kept-pack';
import type { Pack } from '../../lib/domain/pack';
import type { PackWorld } from '../../lib/packs/load-packs';

/** A team's pack with one phrase; what is given comes instead or as well. */
export function smallPack(more: Partial<Pack> = {}): Pack {
  return {
    format: 1,
    id: 'team.north',
    version: '1.0.0',
    title: 'North',
    language: 'en',
    phrases: [{ id: 'team.hello', text: 'Hello {customer}, North here.', places: ['greet'] }],
    ...more,
  };
}

/** The pack as a file. */
export function packFile(more: object = {}): string {
  return JSON.stringify({ ...smallPack(), ...more }, null, 2);
}

/** A pack as it is kept, switched on, under a name. */
export function keptPack(id: string, more: Partial<KeptPack> = {}): KeptPack {
  return {
    id,
    layer: 'team',
    order: 1,
    enabled: true,
    text: 1,
    digest: id,
    version: '1.0.0',
    title: id,
    language: 'en',
    authors: [],
    licence: '',
    counts: {},
    ...more,
  };
}

/** Chinese as it is written in the packs, now and ever. */
export const simplified: PackWorld['script'] = { value: 'simplified', subscribe: () => {} };
