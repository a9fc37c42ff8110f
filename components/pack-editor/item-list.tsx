import { useComputed, useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { aboutOf, itemsOf } from '../../lib/domain/pack-document';
import type { EditedList, PackItem } from '../../lib/domain/pack-document';
import type { PackEditor } from '../../lib/panel/pack-editor';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { useHeight } from '../ui/use-height';
import { freshItem } from './fresh-item';
import type { Chosen } from './tabs';

const rowHeight = 32;
/** Rows that stand ready above and below those that are seen. */
const beyond = 10;

type ItemListProps = { editor: PackEditor; list: EditedList; chosen: Signal<Chosen> };

/** Ten thousand phrases: only the rows that are seen are there. */
export function ItemList({ editor, list, chosen }: ItemListProps) {
  const box = useRef<HTMLDivElement>(null);
  const filter = useSignal('');
  const top = useSignal(0);
  const height = useHeight(box, rowHeight * 12);
  const items = useComputed(() => itemsOf(editor.document.value, list));
  const shown = useComputed(() => placesOf(items.value, filter.value));
  const faulty = useComputed(() => faultyKeys(editor, list));
  const chosenKey = chosen.value.key ?? items.value[0]?.key;
  const row = shown.value.findIndex((at) => items.value[at]?.key === chosenKey);
  const choose = (key: number | undefined) => {
    if (key !== undefined) chosen.value = { tab: list, key };
  };
  // What is open is seen, also where it was chosen elsewhere, moved or brought back.
  useEffect(() => {
    const { current: element } = box;
    if (!element || row < 0) return;
    const [least, most] = [(row + 1) * rowHeight - element.clientHeight, row * rowHeight];
    element.scrollTop = Math.min(most, Math.max(least, element.scrollTop));
  }, [row]);

  const add = () => {
    const at = row < 0 ? items.value.length : (shown.value[row] ?? 0) + 1;
    const value = freshItem(list, items.value, aboutOf(editor.document.value, 'id'));
    filter.value = '';
    editor.edit({ is: 'insert', list, at, value });
    choose(items.value[at]?.key);
  };
  const remove = () => {
    const at = shown.value[row];
    if (at === undefined) return;
    const next = items.value[shown.value[row + 1] ?? shown.value[row - 1] ?? -1];
    editor.edit({ is: 'remove', list, at });
    chosen.value = { tab: list, key: next?.key };
  };
  const move = (by: number) => {
    const [at, to] = [shown.value[row], shown.value[row + by]];
    if (at !== undefined && to !== undefined) editor.edit({ is: 'move', list, at, to });
  };
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height.value / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
    };
    const far: Record<string, number> = { Home: -Infinity, End: Infinity };
    const step = steps[event.key] ?? far[event.key];
    if (event.key === 'Delete') remove();
    else if (event.key === 'Insert') add();
    else if (step === undefined || event.ctrlKey || event.metaKey) return;
    else if (event.altKey && Math.abs(step) === 1) move(step);
    else {
      const to = Math.max(0, Math.min(row + step, shown.value.length - 1));
      choose(items.value[shown.value[to] ?? -1]?.key);
    }
    event.preventDefault();
  };
  const first = Math.max(0, Math.floor(top.value / rowHeight) - beyond);
  const last = first + Math.ceil(height.value / rowHeight) + 2 * beyond;
  const rowId = (at: number) => `item-${items.value[at]?.key}`;
  return (
    <div class="item-list">
      <input
        type="search"
        value={filter.value}
        placeholder={t('draftFilter')}
        aria-label={t('draftFilter')}
        onInput={(event) => (filter.value = event.currentTarget.value)}
      />
      <div
        ref={box}
        class="items"
        role="listbox"
        tabIndex={0}
        aria-label={t(`draftTab_${list}`)}
        aria-activedescendant={row < 0 ? undefined : rowId(shown.value[row] ?? 0)}
        onScroll={(event) => (top.value = event.currentTarget.scrollTop)}
        onKeyDown={onKey}
      >
        <div role="presentation" style={{ height: `${shown.value.length * rowHeight}px` }}>
          {shown.value.slice(first, last).map((at, index) => {
            const item = items.value[at];
            return (
              item && (
                <div
                  key={item.key}
                  id={rowId(at)}
                  class={`item${faulty.value.has(item.key) ? ' faulty' : ''}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item.key === chosenKey}
                  aria-posinset={first + index + 1}
                  aria-setsize={shown.value.length}
                  style={{ top: `${(first + index) * rowHeight}px` }}
                  dir="auto"
                  onMouseDown={() => choose(item.key)}
                >
                  {faulty.value.has(item.key) && <span aria-label={t('draftToMend')}>! </span>}
                  {nameOf(item)}
                </div>
              )
            );
          })}
        </div>
      </div>
      {shown.value.length === 0 && <p class="empty">{t('draftNothing')}</p>}
      <div class="actions">
        <Button onClick={add} hotkey="Ins">
          {t('draftAdd')}
        </Button>
        <Button onClick={remove} disabled={row < 0} hotkey="Del">
          {t('draftRemove')}
        </Button>
        <Button kind="quiet" onClick={() => move(-1)} hotkey="Alt ↑">
          {t('draftUp')}
        </Button>
        <Button kind="quiet" onClick={() => move(1)} hotkey="Alt ↓">
          {t('draftDown')}
        </Button>
      </div>
    </div>
  );
}

/** Places of the items that hold all of these words. */
function placesOf(items: readonly PackItem[], filter: string): readonly number[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const all = items.map((_, at) => at);
  if (words.length === 0) return all;
  return all.filter((at) => {
    const text = JSON.stringify(items[at]?.value).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function faultyKeys(editor: PackEditor, list: EditedList): ReadonlySet<number> {
  const { faults = [], mild = [], alike = [] } = editor.inspected.value ?? {};
  const found = [...faults, ...mild].flatMap((each) =>
    each.list === list && each.key !== undefined ? [each.key] : [],
  );
  return new Set(list === 'phrases' ? [...found, ...alike.map(({ other }) => other)] : found);
}

/** What an item is called in the list. */
function nameOf({ value }: PackItem): string {
  const words = value['text'] ?? value['words'];
  const name = Array.isArray(words) ? words.join(' · ') : words;
  return typeof name === 'string' && name !== '' ? name : t('draftEmpty');
}
