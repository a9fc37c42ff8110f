// The address of the Desk while it shows the log: the view stands in it, so that it can be shared and gone back to.
import { viewOfQuery, viewToQuery } from '../domain/log-view';
import type { View } from '../domain/log-view';

/** The view that the address asks for. */
export function viewHere(): View {
  return viewOfQuery(/^#log\?(.*)$/.exec(location.hash)?.[1] ?? '');
}

/** The last address of a view: where a record that was opened from it leads back to. */
let last = '#log';
export function lastViewAddress(): string {
  return last;
}

/** Puts a view into the address. `quietly`: in the place of the one before, as for each letter of a search. */
export function putView(view: View, quietly: boolean): void {
  const query = viewToQuery(view);
  last = query === '' ? '#log' : `#log?${query}`;
  if (location.hash === last) return;
  if (quietly) history.replaceState(null, '', last);
  else history.pushState(null, '', last);
}

/** Calls back with the view whenever the address is changed by hand or by going back. */
export function watchView(onView: (view: View) => void, ended: AbortSignal): void {
  const tell = () => {
    if (!/^#log(\?|$)/.test(location.hash)) return;
    last = location.hash;
    onView(viewHere());
  };
  addEventListener('hashchange', tell, { signal: ended });
  addEventListener('popstate', tell, { signal: ended });
}
