import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SearchStore } from '../../lib/panel/search';
import type { SearchView, SearchViewProps } from './search-view';

type LateSearchViewProps = Omit<SearchViewProps, 'search'> & { search: SearchStore | undefined };

/** The search, loaded when it is opened first. */
export function LateSearchView({ search, ...props }: LateSearchViewProps) {
  const view = useSignal<typeof SearchView | undefined>(undefined);
  useEffect(() => {
    void import('./search-view').then((loaded) => {
      view.value = loaded.SearchView;
    });
  }, [view]);
  const Loaded = view.value;
  return Loaded && search ? <Loaded search={search} {...props} /> : null;
}
