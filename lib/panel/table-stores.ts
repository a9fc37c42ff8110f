// All that the Desk's page of the log is made of.
import { createChosen } from './chosen-records';
import type { ChosenWorld } from './chosen-records';
import { createLogExport } from './log-export';
import type { LogExportWorld } from './log-export';
import { createLogTable } from './log-table';
import type { LogTableWorld } from './log-table';

/** @param ended when nobody looks at it any more */
export function createTableStores(
  world: ChosenWorld & LogExportWorld & LogTableWorld,
  ended: AbortSignal,
) {
  const files = createLogExport(world);
  ended.addEventListener('abort', files.stop);
  return { table: createLogTable(world, ended), chosen: createChosen(world), files };
}
