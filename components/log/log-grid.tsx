import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LogRow } from '../../lib/panel/log-table';
import type { ColumnId } from '../../lib/domain/log-column';
import type { SortKey, View } from '../../lib/domain/log-view';
import type { Categories } from '../record/record-field';
import { t } from '../ui/texts';
import { useHeight } from '../ui/use-height';
import { cellText, columnTitle } from './cell-text';
import type { OpenedTable } from './log-page';
import { moveActive } from './grid-keys';
import { rowHeight, scrollHeight, scrollOf, topRow } from './grid-scroll';

/** Rows that are read above and below those that are seen. */
const beyond = 30;

/**
 * A million rows: what is seen stands still and is filled anew as the page scrolls below it, so that there is never
 * a gap, and no browser is asked for a page higher than it can make.
 */
export function LogGrid(props: OpenedTable) {
  const { table, chosen, view, show, kept, active, categories, openRecord } = props;
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useHeight(box, rowHeight * 12);
  const count = table.listed.value?.numbers.length ?? 0;
  const fitting = (height.value - rowHeight) / rowHeight;
  const seen = Math.ceil(fitting) + 1;
  const { from, rows } = table.shown.value;
  const first = Math.max(from, Math.min(Math.floor(top.value), from + rows.length - seen));
  const isReady = first === Math.floor(top.value);

  useEffect(() => table.look(Math.max(0, Math.floor(top.value) - beyond), seen + 2 * beyond));
  const place = { count, fitting };
  const reveal = (index: number) => {
    active.value = index;
    const { current: element } = box;
    if (!element) return;
    const wanted = Math.max(index + 1 - fitting, Math.min(index, top.value));
    if (wanted !== top.value) element.scrollTop = scrollOf(wanted, place, element.clientHeight);
  };
  const isWhole = count > 0 && table.listed.value?.isPart !== true;
  const wasWhole = useRef(false);
  // Back from a record, the row that was left is there again.
  useEffect(() => {
    if (!isWhole || wasWhole.current) return;
    wasWhole.current = true;
    reveal(Math.min(active.value, count - 1));
    // Not away from where somebody types.
    if (document.activeElement?.closest('input, textarea, select')) return;
    box.current?.focus({ preventScroll: true });
  }, [isWhole]);

  const numberAt = (index: number) => table.listed.value?.numbers[index];
  const activeNumber = numberAt(active.value);
  const template = `28px 48px minmax(84px, 120px) minmax(200px, 1fr) ${kept.value.columns.map(() => 'minmax(84px, 132px)').join(' ')}`;
  return (
    <div
      ref={box}
      class="log-grid"
      role="grid"
      tabIndex={0}
      aria-label={t('deskLog')}
      aria-rowcount={count + 1}
      aria-multiselectable="true"
      aria-activedescendant={activeNumber === undefined ? undefined : `row-${activeNumber}`}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        top.value = topRow(scrollTop, place, clientHeight);
      }}
      onKeyDown={(event) =>
        moveActive(event, { ...props, count, page: Math.floor(fitting), reveal, numberAt })
      }
    >
      <div
        class="log-spacer"
        role="presentation"
        style={{ height: `${scrollHeight(count)}px`, '--columns': kept.value.columns.length }}
      >
        <div class="log-window" role="presentation" style={{ height: `${height.value}px` }}>
          <HeadRow
            view={view.value}
            columns={kept.value.columns}
            template={template}
            onShow={show}
          />
          <div class="log-rows" role="presentation">
            {rows.slice(first - from, first - from + seen).map((row, index) => (
              <GridRow
                key={row.number}
                row={row}
                index={first + index}
                columns={kept.value.columns}
                categories={categories}
                template={template}
                shift={isReady ? (top.value % 1) * rowHeight : 0}
                isActive={first + index === active.value}
                isChosen={chosen.numbers.value.has(row.number)}
                onToggle={() => chosen.toggle(row.number)}
                onActivate={() => (active.value = first + index)}
                onOpen={() => openRecord(row.number)}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

type HeadRowProps = {
  view: View;
  columns: readonly ColumnId[];
  template: string;
  onShow: (view: View) => void;
};

function HeadRow({ view, columns, template, onShow }: HeadRowProps) {
  const { by, down } = view.sort;
  const sortBy = (column: SortKey) =>
    onShow({ ...view, sort: { by: column, down: by === column ? !down : column === 'number' } });
  return (
    <div
      class="log-row log-head"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
    >
      <span role="columnheader">
        <span class="unseen">{t('tableChoose')}</span>
      </span>
      <HeadCell column="number" view={view} onSort={sortBy} />
      <span role="columnheader">{t('who')}</span>
      <span role="columnheader" class="what">
        {t('what')}
      </span>
      {columns.map((column) => (
        <HeadCell key={column} column={column} view={view} onSort={sortBy} />
      ))}
    </div>
  );
}

type HeadCellProps = { column: SortKey; view: View; onSort: (column: SortKey) => void };

function HeadCell({ column, view: { sort }, onSort }: HeadCellProps) {
  const isBy = sort.by === column;
  return (
    <span
      role="columnheader"
      aria-sort={isBy ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="log-sort" onClick={() => onSort(column)}>
        {columnTitle(column)}
        <span aria-hidden="true">{isBy ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </span>
  );
}

type GridRowProps = {
  row: LogRow;
  index: number;
  columns: readonly ColumnId[];
  categories: Categories;
  template: string;
  /** How far the row stands above its place, in px. */
  shift: number;
  isActive: boolean;
  isChosen: boolean;
  onToggle: () => void;
  onActivate: () => void;
  onOpen: () => void;
};

function GridRow(props: GridRowProps) {
  const { row, index, columns, categories, template, shift, isActive, isChosen } = props;
  return (
    <div
      id={`row-${row.number}`}
      class={`log-row${isActive ? ' active' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={{ gridTemplateColumns: template, transform: `translateY(${-shift}px)` }}
      onMouseDown={props.onActivate}
      onDblClick={props.onOpen}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          aria-label={t('tableChooseOne', row.number)}
          onChange={props.onToggle}
        />
      </span>
      <span role="gridcell" class="number">
        <a href={`#log/${row.number}`} tabIndex={-1}>
          {row.number}
        </a>
      </span>
      <span role="gridcell">{row.who}</span>
      <span role="gridcell" class="what">
        {row.what}
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" class="number">
          {cellText(column, row.cells[column], categories)}
        </span>
      ))}
    </div>
  );
}
