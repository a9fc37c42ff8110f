// What the panel shows before it knows anything. The build renders it into the page, in each language.
import { signal } from '@preact/signals';
import { PanelView } from '../../components/panel/panel-view';
import { speak } from '../../components/ui/texts';
import { messagesIn } from '../../lib/browser/interface-language';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Language } from '../../lib/domain/pack';
import { createPanel } from '../../lib/panel/panel';
import { panelVerbs } from './verbs';
import { panelWorld } from './world';

export function firstPaint(language: Language) {
  speak(language, messagesIn(language));
  const panel = createPanel(panelWorld(signal(defaultSettings), signal(language)));
  return <PanelView panel={panel} verbs={panelVerbs(panel, undefined)} />;
}
