import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { columnIds, isWordColumn } from '../../lib/domain/log-column';
import type { ColumnId, WordColumnId } from '../../lib/domain/log-column';
import { isWordFilter, withFilter } from '../../lib/domain/log-view';
import type { Filter, MomentFilter, View } from '../../lib/domain/log-view';
import type { LogTableStore } from '../../lib/panel/log-table';
import type { Categories } from '../record/record-field';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { listText } from '../record/field-texts';
import { t } from '../ui/texts';
import { spokenLanguage } from '../ui/texts';
import { cellText, columnTitle } from './cell-text';
import { Menu } from './menu';

type FilterBarProps = {
  view: View;
  categories: Categories;
  words: LogTableStore['words'];
  /** What the table lists now: with another list there may be other words. */
  listed: unknown;
  onShow: (view: View) => void;
};

/** The filters that hold, each to be taken away, and one more by any column. */
export function FilterBar({ view, categories, words, listed, onShow }: FilterBarProps) {
  const by = useSignal<ColumnId>('state');
  // Which words there are is asked when it is opened: before, the log may not be there yet, or change.
  const isOpen = useSignal(false);
  const without = (filter: Filter) =>
    onShow({ ...view, filters: view.filters.filter((each) => each !== filter) });
  const put = (filter: Filter) => onShow(withFilter(view, filter));
  const held = view.filters.find((filter) => filter.by === by.value);
  return (
    <div class="log-filters">
      <Menu title={t('tableFilter')} onToggle={(open) => (isOpen.value = open)}>
        {isOpen.value && (
          <div class="card">
            <Choice
              label={t('tableFilterBy')}
              value={by.value}
              options={columnIds.map((value) => ({ value, title: columnTitle(value) }))}
              onChoose={(value) => (by.value = value)}
            />
            {isWordColumn(by.value) ? (
              <WordChoices
                key={by.value}
                by={by.value}
                asked={held && isWordFilter(held) ? held.words : []}
                categories={categories}
                words={words}
                listed={listed}
                onPut={put}
              />
            ) : (
              <Days filter={held && !isWordFilter(held) ? held : { by: by.value }} onPut={put} />
            )}
          </div>
        )}
      </Menu>
      {view.filters.map((filter) => (
        <Button key={filter.by} onClick={() => without(filter)}>
          <span class="unseen">{t('tableUnfilter')} </span>
          {filterText(filter, categories)}
          <span aria-hidden="true">×</span>
        </Button>
      ))}
    </div>
  );
}

/** A filter in words. */
function filterText(filter: Filter, categories: Categories): string {
  const title = columnTitle(filter.by);
  if (isWordFilter(filter)) {
    const all = filter.words.map((word) => wordText(filter.by, word, categories));
    return t('titled', title, listText(all));
  }
  const day = (at: number | undefined) =>
    at === undefined
      ? ''
      : new Intl.DateTimeFormat(spokenLanguage(), { dateStyle: 'short' }).format(at);
  // Before midnight is to the end of the day before.
  const last = filter.before === undefined ? undefined : filter.before - 1;
  return t('titled', title, `${day(filter.from)} – ${day(last)}`);
}

function wordText(by: ColumnId, word: string, categories: Categories): string {
  return word === '' ? t('tableNoWord') : cellText(by, word, categories);
}

type WordChoicesProps = {
  by: WordColumnId;
  asked: readonly string[];
  categories: Categories;
  words: LogTableStore['words'];
  listed: unknown;
  onPut: (filter: Filter) => void;
};

/** So many words are offered; with more, search finds them. */
const mostOffered = 60;

function WordChoices({ by, asked, categories, words, listed, onPut }: WordChoicesProps) {
  const offered = useSignal<{ word: string; count: number }[]>([]);
  useEffect(() => {
    let isOld = false;
    void words(by).then((all) => {
      if (!isOld) offered.value = all.toSorted((a, b) => b.count - a.count).slice(0, mostOffered);
    });
    return () => {
      isOld = true;
    };
  }, [offered, words, by, listed]);
  const toggle = (word: string) =>
    onPut({
      by,
      words: asked.includes(word) ? asked.filter((each) => each !== word) : [...asked, word],
    });
  return (
    <ul class="log-words">
      {offered.value.map(({ word, count }) => (
        <li key={word}>
          <label class="check">
            <input type="checkbox" checked={asked.includes(word)} onChange={() => toggle(word)} />
            {wordText(by, word, categories)}
            <small class="number">{count.toLocaleString()}</small>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Days({ filter, onPut }: { filter: MomentFilter; onPut: (filter: Filter) => void }) {
  const { by, from, before } = filter;
  const put = (days: { from?: number | undefined; before?: number | undefined }) =>
    onPut({
      by,
      ...(days.from !== undefined && { from: days.from }),
      ...(days.before !== undefined && { before: days.before }),
    });
  return (
    <div class="pair">
      <DayField label={t('tableFrom')} at={from} onPut={(at) => put({ from: at, before })} />
      <DayField
        label={t('tableTo')}
        at={before === undefined ? undefined : before - 1}
        onPut={(at) => put({ from, before: at === undefined ? undefined : dayAfter(at) })}
      />
    </div>
  );
}

type DayFieldProps = {
  label: string;
  at: number | undefined;
  onPut: (at: number | undefined) => void;
};

function DayField({ label, at, onPut }: DayFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="date"
        value={at === undefined ? '' : asDay(at)}
        onChange={(event) => {
          const day = new Date(`${event.currentTarget.value}T00:00`).getTime();
          onPut(Number.isFinite(day) ? day : undefined);
        }}
      />
    </label>
  );
}

/** As such a field writes it, by the clock of this place. */
function asDay(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function dayAfter(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}
