// The packs of a log that keeps none; the real one has its own tests.
import type { Observable } from 'dexie';
import type { Packs } from '../../lib/data/packs';
import type { KeptPack } from '../../lib/domain/kept-pack';

const refuse = () => Promise.reject(new Error('This log keeps no packs.'));

export function noPacks(watch: (read: () => KeptPack[]) => Observable<KeptPack[]>): Packs {
  return {
    watch: () => watch(() => []),
    all: async () => [],
    versions: async () => [],
    textOf: refuse,
    take: refuse,
    setEnabled: refuse,
    setPolicy: refuse,
    setLayer: refuse,
    move: refuse,
    remove: refuse,
    restore: refuse,
    goBack: refuse,
    version: refuse,
    noteLook: refuse,
    offer: refuse,
    decline: refuse,
  };
}
