// The complaint log as JSON Lines: a record a line, each with the version of its format.
import type { Complaint } from '../domain/complaint';
import { createLargeFile } from './large-file';

/** Records as they are exported, one JSON text a line in UTF-8. */
export type Lines = { bytes: Uint8Array<ArrayBuffer>; count: number };

export type LinesOptions = {
  signal: AbortSignal;
  /** Rows written so far. */
  onProgress: (rows: number) => void;
};

/** The file and its number of rows. Rejects when aborted. */
export async function linesToFile(
  lines: AsyncIterable<Lines>,
  { signal, onProgress }: LinesOptions,
): Promise<{ file: Blob; rows: number }> {
  const file = createLargeFile('application/jsonl');
  let rows = 0;
  for await (const { bytes, count } of lines) {
    signal.throwIfAborted();
    file.push(bytes);
    rows += count;
    onProgress(rows);
  }
  signal.throwIfAborted();
  return { file: file.finish(), rows };
}

/** Lines as records again. */
export async function* linesToPages(lines: AsyncIterable<Lines>): AsyncGenerator<Complaint[]> {
  const decoder = new TextDecoder();
  for await (const { bytes, count } of lines) {
    const text = decoder.decode(bytes);
    // Written from records that were checked; in one array, which is read quicker than line by line.
    if (count > 0) yield JSON.parse(`[${text.slice(0, -1).replaceAll('\n', ',')}]`) as Complaint[];
  }
}
