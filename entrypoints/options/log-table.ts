// The log's table in the Desk, bound to the real browser; what it needs is loaded when it is opened.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Profiles } from '../../components/log/export-menu';
import { exportTitle, followUpTitles } from '../../components/log/export-titles';
import { toldChanged } from '../../components/log/told-changed';
import type { OpenTable } from '../../components/log/log-page';
import { foldInWorker } from '../../lib/browser/fold-log';
import { saveFile } from '../../lib/browser/download';
import type { Language } from '../../lib/domain/pack';
import type { ChosenWorld } from '../../lib/panel/chosen-records';
import { pickListsHere } from './pick-lists';
import { keptHere, viewInAddress } from './view-here';

const active = signal(0);

export type TableWorld = Omit<ChosenWorld, 'told'> & { profiles: Profiles };

export function makeOpenTable(world: TableWorld, language: ReadonlySignal<Language>): OpenTable {
  return async (ended) => {
    const { createTableStores } = await import('../../lib/panel/table-stores');
    const { writeLog } = await import('../../lib/export/write-log');
    const [shown, left] = [viewInAddress(ended), await keptHere()];
    const openRecord = (number: number) => {
      location.hash = `#log/${number}`;
    };
    const write = writeLog({ column: exportTitle, followUps: followUpTitles });
    const files = { write, saveFile, now: Date.now };
    const stores = createTableStores(
      { ...world, ...files, ...shown, ...left, told: toldChanged, fold: foldInWorker },
      ended,
    );
    const { categories } = await pickListsHere({ ...world, language });
    const { profiles } = world;
    return { ...stores, ...shown, ...left, profiles, active, categories, openRecord };
  };
}
