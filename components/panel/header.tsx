import type { ReadonlySignal } from '@preact/signals';
import type { Access, Session } from '../../lib/panel/session';
import type { SiteAccess } from '../../lib/panel/site-access';
import type { Language } from '../../lib/domain/pack';
import { t } from '../ui/texts';
import { Menu } from './menu';
import type { MenuVerbs } from './menu';

type HeaderProps = {
  session: Session;
  site: SiteAccess;
  customer: ReadonlySignal<string>;
  language: ReadonlySignal<Language>;
  verbs: MenuVerbs;
};

export function Header({ session, site, customer, language, verbs }: HeaderProps) {
  const { access, reading, url } = session;
  const name = customer.value || (reading.value ? t('thisCustomer') : t('noConversation'));
  const host = URL.canParse(url.value) ? new URL(url.value).host : '';
  return (
    <header class="header">
      <i class={`dot ${access.value}`} />
      <h1>{name}</h1>
      <small class="where">
        {host && <span class="host">{host} ·</span>}
        <span>{shortAccess(access.value)}</span>
      </small>
      <small class="language">
        {language.value === 'en' ? t('language_en') : t('language_zh')}
      </small>
      <Menu site={site} verbs={verbs} />
    </header>
  );
}

function shortAccess(access: Access): string {
  if (access === 'reading' || access === 'read-only') return t('accessReading');
  return access === 'insert-only' ? t('accessInsertOnly') : t('accessOff');
}
