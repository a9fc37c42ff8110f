import type { Taught } from '../../lib/domain/taught';
import { Button } from '../ui/button';
import { t } from '../ui/texts';

type SiteListProps = { sites: readonly Taught[]; onForget: (origin: string) => void };

/** What the agent has shown the panel, site by site. */
export function SiteList({ sites, onForget }: SiteListProps) {
  return (
    <>
      <h2>{t('deskSites')}</h2>
      {sites.length === 0 && <p class="hint">{t('deskSitesEmpty')}</p>}
      <ul class="sites">
        {sites.map(({ origin, site }) => (
          <li key={origin}>
            <strong>{origin}</strong>
            <small>{t(site ? 'siteTaught' : 'siteBox')}</small>
            <Button kind="quiet" onClick={() => onForget(origin)}>
              {t('siteForget', origin)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
