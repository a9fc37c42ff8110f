import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { csvTitles } from '../../components/complaint/csv-titles';
import { DeskView } from '../../components/desk/desk-view';
import { speak, t } from '../../components/ui/texts';
import { saveFile } from '../../lib/browser/download';
import * as tongue from '../../lib/browser/interface-language';
import { rememberInterfaceLanguage } from '../../lib/browser/last-language';
import { loadSettings, saveSettings, watchSettings } from '../../lib/browser/settings';
import { forgetTaught, loadTaught, watchTaught } from '../../lib/browser/taught-sites';
import { createExport } from '../../lib/export/save-log';
import type { MemoryState } from '../../lib/panel/live';
import { createLog } from '../../lib/panel/log';
import { createNotices } from '../../lib/panel/notices';
import { openLog } from './open-log';
import { makeTickets } from './tickets';

const settings = signal(await loadSettings());
watchSettings((next) => (settings.value = next));
const language = computed(() => tongue.interfaceLanguage(settings.value.language));
effect(() => {
  document.documentElement.lang = language.value;
  rememberInterfaceLanguage(language.value);
  speak(language.value, tongue.messagesIn(language.value));
  document.title = `${t('desk')} · Composure`;
});

const memory = signal<MemoryState>({ is: 'opening' });
const notices = createNotices();
const exportLog = createExport({ titles: csvTitles, saveFile, now: Date.now });
const log = createLog({ memory, notices, exportLog });
const taught = signal(await loadTaught());
watchTaught((all) => (taught.value = all));
const verbs = { save: saveSettings, forgetSite: forgetTaught };
const desk = { log, notices, tickets: makeTickets(memory), memory, settings, taught, verbs };
const root = document.getElementById('root');
if (root) render(<DeskView {...desk} />, root);
// Not awaited: the log's own file needs parts of this one, which are there once this one has ended.
void openLog(memory);
