import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { DeskView } from '../../components/desk/desk-view';
import { speak, t } from '../../components/ui/texts';
import * as tongue from '../../lib/browser/interface-language';
import { rememberInterfaceLanguage } from '../../lib/browser/last-language';
import { loadSettings, saveSettings, watchSettings } from '../../lib/browser/settings';
import { forgetTaught, loadTaught, watchTaught } from '../../lib/browser/taught-sites';
import { createDeskStores } from './stores';

const settings = signal(await loadSettings());
watchSettings((next) => (settings.value = next));
const language = computed(() => tongue.interfaceLanguage(settings.value.language));
effect(() => {
  document.documentElement.lang = language.value;
  rememberInterfaceLanguage(language.value);
  speak(language.value, tongue.messagesIn(language.value));
  document.title = `${t('desk')} · Composure`;
});

const stores = createDeskStores();
const taught = signal(await loadTaught());
watchTaught((all) => (taught.value = all));
const verbs = { save: saveSettings, forgetSite: forgetTaught };
const root = document.getElementById('root');
if (root) render(<DeskView {...stores} {...{ settings, taught, verbs }} />, root);

const { openMemory } = await import('../../lib/data/memory');
const { memory } = stores;
const opened = await openMemory({
  now: Date.now,
  createId: () => crypto.randomUUID(),
  indexedDB,
  onBlocked: () => (memory.value = { is: 'opening', isBlocked: true }),
  onTakenOver: () => (memory.value = { is: 'opened', ok: false, reason: 'taken-over' }),
});
memory.value = { is: 'opened', ...opened };
