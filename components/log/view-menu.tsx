import { useSignal } from '@preact/signals';
import { withNamed } from '../../lib/domain/kept-views';
import type { KeptViews } from '../../lib/domain/kept-views';
import { newestView, viewOfQuery, viewToQuery } from '../../lib/domain/log-view';
import type { View } from '../../lib/domain/log-view';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { Menu } from './menu';

type ViewMenuProps = {
  view: View;
  kept: KeptViews;
  onShow: (view: View) => void;
  onKeep: (kept: KeptViews) => void;
};

/** Views under a name of the user's. */
export function ViewMenu({ view, kept, onShow, onKeep }: ViewMenuProps) {
  const name = useSignal('');
  const query = viewToQuery(view);
  return (
    <Menu title={t('tableViews')}>
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
