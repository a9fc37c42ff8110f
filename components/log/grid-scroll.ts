// Where the table of the log is, between the scroll bar and its rows.

/** Of each row, the head too, in px. */
export const rowHeight = 32;

/** Firefox makes nothing higher than some 17 million px, Chromium nothing above 33; a longer table scrolls in larger steps. */
const highest = 12_000_000;

/** `fitting`: how many rows are seen at once, with its fraction. */
export type GridPlace = { count: number; fitting: number };

/** The height of all that scrolls, its head included. */
export function scrollHeight(count: number): number {
  return Math.min(highest, (count + 1) * rowHeight);
}

/** The row at the top, with its fraction, for a place of the scroll bar. */
export function topRow(scrollTop: number, { count, fitting }: GridPlace, height: number): number {
  const way = scrollHeight(count) - height;
  return way <= 0 ? 0 : Math.max(0, Math.min(1, scrollTop / way) * (count - fitting));
}

/** The place of the scroll bar for a row at the top. */
export function scrollOf(row: number, { count, fitting }: GridPlace, height: number): number {
  const rows = count - fitting;
  return rows <= 0 ? 0 : (row / rows) * (scrollHeight(count) - height);
}
