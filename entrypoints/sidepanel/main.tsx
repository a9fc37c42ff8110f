import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import { lastInterfaceLanguage, messagesIn } from '../../lib/browser/interface-language';
import { boundTab } from '../../lib/browser/side-panel';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Settings } from '../../lib/domain/settings';
import { createPanel } from '../../lib/panel/panel';
import { panelVerbs } from './verbs';
import { panelWorld } from './world';

const settings = signal<Settings>(defaultSettings);
const language = signal(lastInterfaceLanguage());
effect(() => {
  document.documentElement.lang = language.value;
  speak(language.value, messagesIn(language.value));
});

const panel = createPanel(panelWorld(settings, language));
const bound = boundTab(location.search);
const root = document.getElementById('root');
if (root) render(<PanelView panel={panel} verbs={panelVerbs(panel, bound)} />, root);

// Everything that is not needed to be seen comes after the first paint.
requestAnimationFrame(() =>
  setTimeout(async () => {
    const { wake } = await import('./wake');
    await wake({ panel, bound, settings, language });
  }),
);
