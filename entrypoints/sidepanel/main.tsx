import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import { interfaceLanguage, messagesIn } from '../../lib/browser/interface-language';
import { loadSettings, watchSettings } from '../../lib/browser/settings';
import { boundTab, followActiveTab } from '../../lib/browser/side-panel';
import { createPanel } from '../../lib/panel/panel';
import { panelVerbs } from './verbs';
import { wake } from './wake';
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

const root = document.getElementById('root');
if (root) render(<PanelView panel={panel} verbs={panelVerbs(panel, bound)} />, root);

// The database and the packs come after the first paint.
requestAnimationFrame(() => setTimeout(() => void wake(panel)));
