// Reads a file from another tool: which it seems to be, and the texts in it.
import type { BringColumns, BringFormat, Brought, BroughtFile } from '../domain/brought';
import { bringChatwoot } from './bring-chatwoot';
import { bringCsv, readCsvTable } from './bring-csv';
import { bringEspanso } from './bring-espanso';
import { bringLiveHelperChat, isLiveHelperChat } from './bring-live-helper-chat';
import { bringZammad, isZammad } from './bring-zammad';
import { bringZendesk } from './bring-zendesk';
import { readTable } from './read-table';

const ways: Readonly<Record<Exclude<BringFormat, 'csv'>, (text: string) => Brought>> = {
  chatwoot: bringChatwoot,
  zammad: bringZammad,
  'live-helper-chat': bringLiveHelperChat,
  zendesk: bringZendesk,
  espanso: bringEspanso,
};
/** In characters; more is no list of phrases. */
const mostText = 20_000_000;

/** What the file seems to be. */
export function formatOf(text: string, name: string): BringFormat {
  if (/\.ya?ml$/i.test(name)) return 'espanso';
  if (/^\ufeff?\s*[[{]/.test(text))
    return bringZendesk(text).rows.length > 0 ? 'zendesk' : 'chatwoot';
  const { header } = readTable(text.slice(0, 10_000));
  if (isLiveHelperChat(header)) return 'live-helper-chat';
  return isZammad(header) ? 'zammad' : 'csv';
}

/** Never throws, whatever the text holds. @param columns of a table, where they are not to be guessed */
export function bringIn(text: string, format: BringFormat, columns?: BringColumns): BroughtFile {
  if (text.length > mostText)
    return { format, rows: [], problems: [{ line: 1, why: 'too-long', what: '' }] };
  if (format !== 'csv') return { format, ...ways[format](text) };
  const table = readCsvTable(text);
  const chosen = columns ?? table.columns;
  return { format, table: { ...table, columns: chosen }, ...bringCsv(text, chosen) };
}
