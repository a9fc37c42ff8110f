import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { DeskView } from '../../components/desk/desk-view';
import { maskAlways } from '../../components/ui/mask-choice';
import { loadSettings, saveSettings, watchSettings } from '../../lib/browser/settings';
import type { ExportProfile } from '../../lib/domain/export-profile';
import { forgetTaught, loadTaught, watchTaught } from '../../lib/browser/taught-sites';
import { makeLogPages } from './log-pages';
import { speakAs } from './language';
import { latePacks } from './late-packs';
import { openLog } from './open-log';
import { makeOpenPrivacy, warnWhenFull } from './privacy';
import { createDeskStores } from './stores';
import { makeTickets } from './tickets';

const settings = signal(await loadSettings());
watchSettings((next) => (settings.value = next), settings.value);
const language = speakAs(settings);
effect(() => maskAlways(settings.value.maskAlways));

const stores = createDeskStores();
const taught = signal(await loadTaught());
watchTaught((all) => (taught.value = all));
const verbs = { save: saveSettings, forgetSite: forgetTaught };
const tickets = makeTickets(stores.memory);
const by = computed(() => settings.value.agentName);
const profiles = {
  kept: computed(() => settings.value.exportProfiles),
  keep: (exportProfiles: readonly ExportProfile[]) => void saveSettings({ exportProfiles }),
};
const { memory, notices } = stores;
const logPages = makeLogPages({ memory, notices, by, profiles }, language);
const root = document.getElementById('root');
const openPrivacy = makeOpenPrivacy(stores);
const view = { tickets, settings, taught, verbs, ...logPages, openPrivacy, ...latePacks(stores) };
if (root) render(<DeskView {...stores} {...view} />, root);
// Not awaited: the log's own file needs parts of this one, which are there once this one has ended.
void openLog(stores.memory);
void warnWhenFull(stores.notices);
