// The keys of the log's table: arrows or J and K, Enter opens, X or the space bar chooses, Shift chooses along.
import type { OpenedTable } from './log-page';

type KeyWorld = Pick<OpenedTable, 'active' | 'chosen' | 'openRecord'> & {
  count: number;
  /** Rows of a page. */
  page: number;
  reveal: (index: number) => void;
  numberAt: (index: number) => number | undefined;
};

/** More are not chosen with one key. */
const mostChosen = 1_000;

/** Does what a key of the table does; others go on to the page. */
export function moveActive(event: KeyboardEvent, world: KeyWorld): void {
  const { active, chosen, count, page, reveal, numberAt } = world;
  const { key, shiftKey } = event;
  if (event.altKey || event.target !== event.currentTarget || count === 0) return;
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== 'a') return;
    event.preventDefault();
    return chosen.choose(between(0, Math.min(count, mostChosen) - 1, numberAt));
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    j: 1,
    J: 1,
    ArrowUp: -1,
    k: -1,
    K: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const number = numberAt(active.value);
  const step = steps[key];
  if (step !== undefined) {
    const next = Math.max(0, Math.min(count - 1, active.value + step));
    if (shiftKey) {
      const all = [...chosen.numbers.value, ...between(active.value, next, numberAt)];
      chosen.choose(all.slice(0, mostChosen));
    }
    reveal(next);
  } else if (key === 'Enter' && number !== undefined) world.openRecord(number);
  else if ((key === 'x' || key === ' ') && number !== undefined) chosen.toggle(number);
  else if (key === 'Escape') chosen.clear();
  else return;
  event.preventDefault();
}

function between(one: number, other: number, numberAt: KeyWorld['numberAt']): number[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return Array.from({ length: Math.min(to - from + 1, mostChosen) }, (_, index) =>
    numberAt(from + index),
  ).flatMap((number) => number ?? []);
}
