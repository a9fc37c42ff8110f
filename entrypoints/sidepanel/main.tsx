import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import { setDueAlarm } from '../../lib/browser/due-alarm';
import { interfaceLanguage, messagesIn } from '../../lib/browser/interface-language';
import { loadSettings, watchSettings } from '../../lib/browser/settings';
import { boundTab, followActiveTab, popOut } from '../../lib/browser/side-panel';
import { loadBuiltInPacks } from '../../lib/packs/built-in';
import { createPanel } from '../../lib/panel/panel';
import { panelWorld } from './world';

const settings = signal(await loadSettings());
watchSettings((next) => (settings.value = next));
const language = computed(() => interfaceLanguage(settings.value.language));
effect(() => {
  document.documentElement.lang = language.value;
  speak(language.value, messagesIn(language.value));
});

const panel = createPanel(panelWorld(settings, language));
const bound = boundTab(location.search);
if (bound === undefined) followActiveTab(panel.session.bind, new AbortController().signal);
else panel.session.bind(bound);

const openWindow = () => {
  const tabId = panel.session.tabId.value;
  if (tabId !== undefined) void popOut(tabId);
};
const openDesk = () => void browser.runtime.openOptionsPage();
const verbs = { popOut: bound === undefined ? openWindow : undefined, openDesk };
const root = document.getElementById('root');
if (root) render(<PanelView panel={panel} verbs={verbs} />, root);

// The database and the packs come after the first paint.
requestAnimationFrame(() => setTimeout(() => void afterFirstPaint()));
async function afterFirstPaint(): Promise<void> {
  const { openMemory } = await import('../../lib/data/memory');
  const opened = await openMemory({ now: Date.now, createId: () => crypto.randomUUID() });
  panel.remember({ is: 'opened', ...opened });
  panel.packs.use(await loadBuiltInPacks(async (path) => (await fetch(path)).json()));
  effect(() => void setDueAlarm(panel.timers.holds.value.map(({ hold }) => hold)));
}
