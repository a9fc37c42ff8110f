// Firefox's settings for a run: no first-run pages, no updates, no calls home.

/** @param {{ lang: string, port: number | undefined, askForPermissions: boolean }} options `port`: of network.mjs */
export function firefoxPreferences({ lang, port, askForPermissions }) {
  return {
    'marionette.port': 0,
    'extensions.webextOptionalPermissionPrompts': askForPermissions,
    'intl.accept_languages': lang === 'en' ? 'en' : `${lang}, en`,
    'intl.locale.requested': lang,
    ...quiet,
    ...(port !== undefined && throughProxy(port)),
  };
}

const quiet = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  // After a kill: no question, no tabs of before, and the add-on's data stay though it is installed anew.
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,',
  'signon.autofillForms': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.server': '',
};

/** @param {number} port */
function throughProxy(port) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}
