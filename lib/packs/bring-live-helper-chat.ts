// Canned messages of Live Helper Chat as CSV: title, explain, msg, disabled, tags_plain, … (erLhcoreClassModelCannedMsg::getState, seen 2026-11-22).
import type { Brought } from '../domain/brought';
import { withSlots } from './bring-words';
import { cellOf, readTable } from './read-table';

const known = { nick: 'customer', operator: 'agent' } as const;

export function isLiveHelperChat(header: readonly string[]): boolean {
  return ['msg', 'fallback_msg', 'title'].every((name) => header.includes(name));
}

export function bringLiveHelperChat(text: string): Brought {
  const table = readTable(text);
  if (!isLiveHelperChat(table.header))
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'Live Helper Chat' }] };
  const isOff = (row: (typeof table.rows)[number]) => cellOf(table, row, 'disabled') === '1';
  return {
    rows: table.rows
      .filter((row) => !isOff(row))
      .map((row) => ({
        line: row.line,
        text: withSlots(cellOf(table, row, 'msg'), /\{(\w+)\}/g, known),
        // Tags are what its operators type behind a #.
        shortcut: cellOf(table, row, 'tags_plain').split(',')[0] ?? '',
        note: cellOf(table, row, 'explain'),
      })),
    problems: table.rows
      .filter(isOff)
      .map((row) => ({ line: row.line, why: 'left-out', what: cellOf(table, row, 'title') })),
  };
}
