// The log's table in the Desk, bound to the real browser; what it needs is loaded when it is opened.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { csvTitles } from '../../components/complaint/csv-titles';
import type { OpenTable } from '../../components/log/log-page';
import { t } from '../../components/ui/texts';
import { foldInWorker } from '../../lib/browser/fold-log';
import { saveFile } from '../../lib/browser/download';
import { putView, viewHere, watchView } from '../../lib/browser/log-address';
import { loadLogViews, saveLogViews } from '../../lib/browser/log-views';
import type { Language } from '../../lib/domain/pack';
import type { ChosenWorld } from '../../lib/panel/chosen-records';

const readJson = async (file: string): Promise<unknown> => (await fetch(file)).json();
const active = signal(0);
const told: ChosenWorld['told'] = (changed, left) =>
  left > 0 ? t('tableLeft', changed, left) : t('tableChanged', changed);

export function makeOpenTable(
  world: Omit<ChosenWorld, 'told'>,
  language: ReadonlySignal<Language>,
): OpenTable {
  return async (ended) => {
    const { createTableStores } = await import('../../lib/panel/table-stores');
    const { writeLog } = await import('../../lib/export/write-log');
    const { loadCategories } = await import('../../lib/packs/category-list');
    const kept = signal(await loadLogViews());
    const keep = (next: typeof kept.value) => {
      kept.value = next;
      void saveLogViews(next);
    };
    const view = signal(viewHere());
    watchView((next) => (view.value = next), ended);
    const show = (next: typeof view.value, quietly = false) => {
      putView(next, quietly);
      view.value = next;
    };
    const openRecord = (number: number) => {
      location.hash = `#log/${number}`;
    };
    const write = writeLog(csvTitles);
    const files = { write, saveFile, now: Date.now };
    const stores = createTableStores(
      { ...world, ...files, told, view, kept, fold: foldInWorker },
      ended,
    );
    const categories = await loadCategories(readJson, language.value);
    return { ...stores, view, show, kept, keep, active, categories, openRecord };
  };
}
