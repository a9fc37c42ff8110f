import { useEffect } from 'preact/hooks';
import type { TextKey } from '../../lib/domain/texts';
import type { PrivacyStore } from '../../lib/panel/privacy';
import { t } from '../ui/texts';

/** What each permission of the manifest is for. */
const purposes: Readonly<Record<string, TextKey>> = {
  activeTab: 'accessPage',
  scripting: 'accessPage',
  sidePanel: 'accessPanel',
  storage: 'accessStorage',
  unlimitedStorage: 'accessStorage',
  alarms: 'accessAlarms',
  notifications: 'accessAlarms',
};

/** What the browser lets the extension do now, why, and how anybody can see that it does no more. */
export function AccessList({ privacy }: { privacy: PrivacyStore }) {
  useEffect(() => void privacy.readAccess(), [privacy]);
  const { permissions = [], sites = [] } = privacy.access.value ?? {};
  return (
    <section aria-label={t('accessTitle')}>
      <h2>{t('accessTitle')}</h2>
      <p class="hint">{t('accessHint')}</p>
      <dl>
        {byPurpose(permissions).map(([purpose, names]) => (
          <div key={purpose}>
            <dt>{names.join(', ')}</dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('accessSites')}</h3>
      {sites.length === 0 && <p class="hint">{t('accessNoSites')}</p>}
      <ul>
        {sites.map((site) => (
          <li key={site} class="row">
            <span>{site}</span>
            <button
              type="button"
              class="link"
              aria-label={t('accessGiveBackOf', site)}
              onClick={() => void privacy.giveBack(site)}
            >
              {t('accessGiveBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The names that serve the same purpose together; one that is not known stands alone. */
function byPurpose(permissions: readonly string[]): [purpose: string, names: string[]][] {
  const all = new Map<string, string[]>();
  for (const name of permissions) {
    const key = purposes[name];
    const purpose = key ? t(key) : '';
    all.set(purpose, [...(all.get(purpose) ?? []), name]);
  }
  return [...all];
}
