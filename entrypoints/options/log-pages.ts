// The Desk's pages of the log: the table, one record, the review.
import type { ReadonlySignal } from '@preact/signals';
import type { Language } from '../../lib/domain/pack';
import { makeOpenTable } from './log-table';
import type { TableWorld } from './log-table';
import { makeOpenRecord } from './record';
import { makeOpenReview } from './review';

export function makeLogPages(world: TableWorld, language: ReadonlySignal<Language>) {
  return {
    openTable: makeOpenTable(world, language),
    openRecord: makeOpenRecord(world, world.notices, language),
    openReview: makeOpenReview(world.memory, language),
  };
}
