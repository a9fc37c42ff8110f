// Looks through a pack while it is being written: a moment after each change, one look at a time, the newest text last.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Inspection } from '../domain/inspect-pack';
import { editedLists, itemsOf, textOfDocument } from '../domain/pack-document';
import type { EditedList, PackDocument } from '../domain/pack-document';
import type { PackFault } from '../domain/pack-fault';
import type { EditorWorld } from './pack-editor';

/** A fault with the item that it is in, by its key, if it is in one that the form shows. */
export type FoundFault = { fault: PackFault; list?: EditedList; key?: number };
export type InspectedPack = {
  faults: readonly FoundFault[];
  mild: readonly FoundFault[];
  /** Phrases by their keys. */
  alike: readonly { one: number; other: number; same: boolean }[];
  parity: Inspection['parity'];
};

const pauseMs = 400;

/** Undefined until the first look is done. */
export function followInspection(
  document: ReadonlySignal<PackDocument>,
  { inspect, readBuiltIn, readKept, schedule }: EditorWorld,
  ended: AbortSignal,
): ReadonlySignal<InspectedPack | undefined> {
  const inspected = signal<InspectedPack>();
  let looked: PackDocument | undefined;
  let isLooking = false;
  const look = async () => {
    const seen = document.peek();
    if (isLooking || ended.aborted || seen === looked) return;
    isLooking = true;
    looked = seen;
    try {
      const [builtIn, others] = await Promise.all([readBuiltIn(), readKept()]);
      const found = await inspect({ text: textOfDocument(seen), builtIn, others });
      inspected.value = byKeys(found, seen);
    } catch (error) {
      console.error('The draft of a pack was not looked through:', error);
    }
    isLooking = false;
    await look();
  };
  const stop = effect(() => {
    void document.value;
    const pause = looked ? pauseMs : 0;
    return schedule(() => void look(), pause);
  });
  ended.addEventListener('abort', stop);
  return inspected;
}

function byKeys({ faults, mild, alike, parity }: Inspection, seen: PackDocument): InspectedPack {
  const keyAt = (list: EditedList, at: unknown) =>
    typeof at === 'number' ? itemsOf(seen, list)[at]?.key : undefined;
  const find = (fault: PackFault): FoundFault => {
    const [head, at] = fault.path;
    const list = editedLists.find((each) => each === head);
    const key = list && keyAt(list, at);
    return list && key !== undefined ? { fault, list, key } : { fault };
  };
  return {
    faults: faults.map(find),
    mild: mild.map(find),
    alike: alike.flatMap(({ one, other, same }) => {
      const [a, b] = [keyAt('phrases', one), keyAt('phrases', other)];
      return a === undefined || b === undefined ? [] : [{ one: a, other: b, same }];
    }),
    parity,
  };
}
