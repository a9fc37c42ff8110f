// Looks through a pack while it is being written: a moment after each change, and only for as long as nothing else is written.
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
  let looking = new AbortController();
  const look = async () => {
    const seen = document.peek();
    looking = new AbortController();
    const { signal: over } = looking;
    try {
      const [builtIn, others] = await Promise.all([readBuiltIn(), readKept()]);
      const found = await inspect({ text: textOfDocument(seen), builtIn, others }, over);
      if (!over.aborted) inspected.value = byKeys(found, seen);
    } catch (error) {
      if (!over.aborted) console.error('The draft of a pack was not looked through:', error);
    }
  };
  // What is written next makes a look useless, and would wait for the processor behind it.
  const leave = () => looking.abort();
  // What is opened is looked through at once.
  let pause = 0;
  const stop = effect(() => {
    void document.value;
    leave();
    const cancel = schedule(() => void look(), pause);
    pause = pauseMs;
    return cancel;
  });
  ended.addEventListener('abort', () => {
    stop();
    leave();
  });
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
