// Takes what was derived of records out of the database at once, for those that may leave no trace until the next fold.
import type { Database } from './db';
import { blocksOf } from './fold-rows';
import { buckets, cardBlock, lineBlock, termBlock } from './log-rows';

/** The tables that hold words of records. */
export function tablesOfForgetting({
  logChanges,
  logWords,
  logCards,
  logLines,
  logTerms,
}: Database) {
  return [logChanges, logWords, logCards, logLines, logTerms];
}

/**
 * Drops the rows that hold words of these records, with those of their neighbours, and notes that all of them are to
 * be derived anew. Call inside a read-write transaction over these tables.
 * @param isTold whether a word of a column is one that must go
 */
export async function forgetDerived(
  db: Database,
  numbers: readonly number[],
  isTold: (word: string) => boolean,
): Promise<void> {
  await db.logCards.bulkDelete(blocksOf(numbers, cardBlock));
  await db.logLines.bulkDelete(blocksOf(numbers, lineBlock));
  for (const block of blocksOf(numbers, termBlock)) {
    const keys = Array.from({ length: buckets }, (_, bucket): [number, number] => [bucket, block]);
    await db.logTerms.bulkDelete(keys);
    await db.logChanges.add({ from: block * termBlock, to: (block + 1) * termBlock - 1 });
  }
  // A word's place is its code: another stands there from now on, which no record has.
  await db.logWords.toCollection().modify((row) => {
    row.words = row.words.map((word, place) => (isTold(word) ? `\u0000${place}` : word));
  });
}
