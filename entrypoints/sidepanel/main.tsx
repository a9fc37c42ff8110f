import { effect, signal } from '@preact/signals';
import { hydrate } from 'preact';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import { messagesIn } from '../../lib/browser/interface-language';
import { lastInterfaceLanguage } from '../../lib/browser/last-language';
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
// Painted already, in each language; the page of a development server has one empty root.
const roots = [...document.querySelectorAll('.root')];
const root = roots.find(({ id }) => id === language.value) ?? roots[0];
for (const other of roots) if (other !== root) other.remove();
root?.removeAttribute('id');
if (root) hydrate(<PanelView panel={panel} verbs={panelVerbs(panel, bound)} />, root);

void import('./wake').then(({ wake }) => wake({ panel, bound, settings, language }));
