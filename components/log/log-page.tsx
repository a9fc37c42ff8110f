import type { ReadonlySignal, Signal } from '@preact/signals';
import type { KeptViews } from '../../lib/domain/kept-views';
import type { View } from '../../lib/domain/log-view';
import type { Chosen } from '../../lib/panel/chosen-records';
import type { LogExport } from '../../lib/panel/log-export';
import type { LogTableStore } from '../../lib/panel/log-table';
import { t } from '../ui/texts';
import { useOpened } from '../ui/use-opened';
import type { Categories } from '../record/record-field';
import { ChosenBar } from './chosen-bar';
import { ColumnMenu } from './column-menu';
import { ExportMenu } from './export-menu';
import type { Profiles } from './export-menu';
import { FilterBar } from './filter-bar';
import { LogGrid } from './log-grid';
import { SearchBox } from './search-box';
import { ViewMenu } from './view-menu';
import './log.css';

export type OpenedTable = {
  table: LogTableStore;
  chosen: Chosen;
  files: LogExport;
  profiles: Profiles;
  view: ReadonlySignal<View>;
  /** `quietly`: without a step back to the view before. */
  show: (view: View, quietly?: boolean) => void;
  kept: ReadonlySignal<KeptViews>;
  keep: (kept: KeptViews) => void;
  /** The row the keyboard is at; stays while a record is looked at. */
  active: Signal<number>;
  categories: Categories;
  openRecord: (number: number) => void;
};
export type OpenTable = (ended: AbortSignal) => Promise<OpenedTable>;

/** The log: any view of it as a table. */
export function LogPage({ open }: { open: OpenTable }) {
  const opened = useOpened(open);
  return opened.value ? <LogBody {...opened.value} /> : null;
}

function LogBody(props: OpenedTable) {
  const { table, chosen, view, show, kept } = props;
  const listed = table.listed.value;
  const count = listed?.numbers.length ?? 0;
  return (
    <section class="log-page" aria-label={t('deskLog')}>
      <div class="log-tools">
        <SearchBox
          value={view.value.search}
          onSearch={(search) => show({ ...view.value, search }, true)}
        />
        <ViewMenu
          count={table.count}
          view={view.value}
          kept={kept.value}
          onShow={show}
          onKeep={props.keep}
        />
        <ColumnMenu kept={kept.value} onKeep={props.keep} />
        <ExportMenu files={props.files} profiles={props.profiles} />
      </div>
      <FilterBar
        view={view.value}
        categories={props.categories}
        words={table.words}
        listed={listed}
        onShow={show}
      />
      <p class="log-count number" role="status">
        {listed && !listed.isPart && t('tableCount', count.toLocaleString())}
        {listed && listed.missing > 0 && (
          <span> · {t('tableBehind', listed.missing.toLocaleString())}</span>
        )}
      </p>
      <ChosenBar chosen={chosen} categories={props.categories} />
      {listed && count === 0 && listed.missing === 0 ? (
        <p class="empty">{t(isAsking(view.value) ? 'tableNone' : 'deskLogEmpty')}</p>
      ) : (
        <LogGrid {...props} />
      )}
    </section>
  );
}

function isAsking({ filters, search }: View): boolean {
  return filters.length > 0 || search !== '';
}
