// Text modules of Zammad as CSV: id, name, keywords, content (HTML), note, active (spec/models/text_module_spec.rb, Zammad 6, seen 2026-11-22).
import type { Brought } from '../domain/brought';
import { plainWords, withSlots } from './bring-words';
import { cellOf, readTable } from './read-table';

const known = {
  'ticket.customer.firstname': 'customer',
  'ticket.customer.lastname': 'customer',
  'ticket.customer.fullname': 'customer',
  'user.firstname': 'agent',
  'user.fullname': 'agent',
} as const;

export function isZammad(header: readonly string[]): boolean {
  return ['name', 'keywords', 'content'].every((name) => header.includes(name));
}

export function bringZammad(text: string): Brought {
  const table = readTable(text);
  if (!isZammad(table.header))
    return { rows: [], problems: [{ line: 1, why: 'not-this', what: 'Zammad' }] };
  const isOff = (value: string) => /^(false|0)$/i.test(value);
  const [off, on] = [true, false].map((wanted) =>
    table.rows.filter((row) => isOff(cellOf(table, row, 'active')) === wanted),
  );
  return {
    rows: (on ?? []).map((row) => ({
      line: row.line,
      text: withSlots(plainWords(cellOf(table, row, 'content')), /#\{([^{}]+)\}/g, known),
      shortcut: cellOf(table, row, 'keywords').split(/[\s,;]/)[0] ?? '',
      note: cellOf(table, row, 'note'),
    })),
    problems: (off ?? []).map((row) => ({
      line: row.line,
      why: 'left-out',
      what: cellOf(table, row, 'name'),
    })),
  };
}
