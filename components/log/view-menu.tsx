import { useSignal } from '@preact/signals';
import { withNamed } from '../../lib/domain/kept-views';
import type { KeptViews } from '../../lib/domain/kept-views';
import { newestView, viewOfQuery, viewToQuery } from '../../lib/domain/log-view';
import type { View } from '../../lib/domain/log-view';
import type { LogTableStore } from '../../lib/panel/log-table';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { Menu } from './menu';

type ViewMenuProps = {
  view: View;
  kept: KeptViews;
  count: LogTableStore['count'];
  onShow: (view: View) => void;
  onKeep: (kept: KeptViews) => void;
};

/** Views under a name of the user's. */
export function ViewMenu({ view, kept, count, onShow, onKeep }: ViewMenuProps) {
  const counts = useSignal<ReadonlyMap<string, number>>(new Map());
  const countAll = async () => {
    for (const { name: each, query: asked } of kept.views)
      counts.value = new Map(counts.value).set(each, await count(viewOfQuery(asked)));
  };
  const name = useSignal('');
  const query = viewToQuery(view);
  return (
    <Menu
      title={t('tableViews')}
      onToggle={(isOpen) => {
        if (isOpen) void countAll();
      }}
    >
      <div class="card">
        <ul class="log-views">
          <li>
            <Button kind="quiet" onClick={() => onShow(newestView)}>
              {t('tableAll')}
            </Button>
          </li>
          {kept.views.map((each) => (
            <li key={each.name}>
              <Button kind="quiet" onClick={() => onShow(viewOfQuery(each.query))}>
                {each.name}
              </Button>
              <small class="number">{counts.value.get(each.name)?.toLocaleString()}</small>
              <button
                type="button"
                class="link"
                onClick={() =>
                  onKeep({ ...kept, views: kept.views.filter((other) => other !== each) })
                }
              >
                {t('tableForget')}
                <span class="unseen"> {each.name}</span>
              </button>
            </li>
          ))}
        </ul>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onKeep(withNamed(kept, name.value, query));
            name.value = '';
          }}
        >
          <Field
            label={t('tableViewName')}
            value={name.value}
            maxLength={60}
            onInput={(next) => (name.value = next)}
          />
          <Button type="submit" disabled={name.value.trim() === ''}>
            {t('tableKeepView')}
          </Button>
        </form>
      </div>
    </Menu>
  );
}
