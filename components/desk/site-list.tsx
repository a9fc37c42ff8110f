import type { PolicySite } from '../../lib/domain/policy';
import type { Taught } from '../../lib/domain/taught';
import { Button } from '../ui/button';
import { t } from '../ui/texts';

type SiteListProps = {
  sites: readonly Taught[];
  /** By the organisation's policy. */
  set: readonly PolicySite[];
  onForget: (origin: string) => void;
};

/** What the agent has shown the panel, site by site. */
export function SiteList({ sites, set, onForget }: SiteListProps) {
  return (
    <>
      <h2>{t('deskSites')}</h2>
      {sites.length + set.length === 0 && <p class="hint">{t('deskSitesEmpty')}</p>}
      <ul class="sites">
        {set.map(({ origin, site, locked }) => (
          <li key={`set ${origin}`}>
            <strong>{origin}</strong>
            <small>{t(site ? 'siteTaught' : 'siteBox')}</small>
            <small>{t(locked ? 'policySiteLocked' : 'policySite')}</small>
          </li>
        ))}
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
