// What the panel needs to work but not to be seen: settings, the page, the log, the packs, the alarm for what is due.
import '../../components/panel/awake.css';
import type { Signal } from '@preact/signals';
import { assignedKeys } from '../../lib/browser/commands';
import { interfaceLanguage } from '../../lib/browser/interface-language';
import { rememberInterfaceLanguage } from '../../lib/browser/last-language';
import { loadSettings, watchSettings } from '../../lib/browser/settings';
import { followActiveTab } from '../../lib/browser/side-panel';
import type { Language } from '../../lib/domain/pack';
import type { Settings } from '../../lib/domain/settings';
import type { Panel } from '../../lib/panel/panel';
import { makeTickets } from '../options/tickets';
import { makeLateStores } from './late-stores';
import { remember } from './memory';
import { makeTimes } from './times';
import { wakeWords } from './words';

type Sleeping = {
  panel: Panel;
  bound: number | undefined;
  settings: Signal<Settings>;
  language: Signal<Language>;
};

export async function wake({ panel, bound, settings, language }: Sleeping): Promise<void> {
  if (bound === undefined) followActiveTab(panel.session.bind, new AbortController().signal);
  else panel.session.bind(bound);
  const apply = (next: Settings) => {
    settings.value = next;
    language.value = interfaceLanguage(next.language);
    rememberInterfaceLanguage(language.value);
  };
  apply(await loadSettings());
  watchSettings(apply, settings.value);
  panel.keys.value = await assignedKeys();
  await remember(panel);
  panel.tickets.value = makeTickets(panel.memory);
  const check = makeLateStores(panel, settings, language);
  await Promise.all([makeTimes(panel, settings), wakeWords(panel, settings, check)]);
}
