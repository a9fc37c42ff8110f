// Opens one complaint in the Desk; what it needs is loaded then.
import type { ReadonlySignal } from '@preact/signals';
import type { OpenRecord } from '../../components/record/record-view';
import { saveFile } from '../../lib/browser/download';
import { lastViewAddress } from '../../lib/browser/log-address';
import type { Language } from '../../lib/domain/pack';
import type { RecordWorld } from '../../lib/panel/record';
import type { Notices } from '../../lib/panel/notices';
import { pickListsHere } from './pick-lists';

const goTo = (hash: string) => {
  location.hash = hash;
};

export function makeOpenRecord(
  world: RecordWorld,
  notices: Notices,
  language: ReadonlySignal<Language>,
): OpenRecord {
  return async (number, ended) => {
    const { openRecord } = await import('../../lib/panel/record');
    const verbs = {
      back: () => goTo(lastViewAddress()),
      go: (other: number) => goTo(`#log/${Math.max(1, other)}`),
      print: () => globalThis.print(),
      ...(await pickListsHere({ ...world, language })),
      save: (text: string, name: string) =>
        saveFile(new Blob([text], { type: 'text/markdown;charset=utf-8' }), name),
      copy: async (text: string) => {
        await navigator.clipboard.writeText(text);
        notices.show({ about: 'copied' });
      },
    };
    return { record: openRecord(world, number, ended), verbs };
  };
}
