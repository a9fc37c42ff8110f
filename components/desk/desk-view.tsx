import { useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AppliedPolicy } from '../../lib/domain/policy';
import type { Settings } from '../../lib/domain/settings';
import type { Taught } from '../../lib/domain/taught';
import type { MemoryState } from '../../lib/panel/live';
import type { BrokenRow } from '../../lib/panel/broken';
import type { HintCount } from '../../lib/panel/hint-counts';
import type { Log } from '../../lib/panel/log';
import type { Notices } from '../../lib/panel/notices';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import type { Tickets } from '../../lib/panel/tickets';
import { AccessNotice } from '../panel/access-notice';
import { NoticeLine } from '../panel/notice-line';
import { SendTicket } from '../tickets/send-ticket';
import { TicketsPage } from '../tickets/tickets-page';
import type { OpenTable } from '../log/log-page';
import type { OpenPrivacy } from '../privacy/privacy-page';
import type { OpenEditor } from '../pack-editor/opened';
import type { OpenRecord } from '../record/record-view';
import type { OpenReview } from '../review/review-page';
import { late } from '../ui/late';
import { t } from '../ui/texts';
import { DueList } from '../timers/due-list';
import type { DueListProps } from '../timers/due-list';
import { BrokenList } from './broken-list';
import { HintTable } from './hint-table';
import { PolicyFaults } from '../packs/policy-section';
import { SettingsForm } from './settings-form';
import { SiteList } from './site-list';
import './desk.css';

const pages = ['log', 'review', 'tickets', 'due', 'packs', 'sites', 'privacy', 'settings'] as const;
const titles = {
  log: 'deskLog',
  review: 'deskReview',
  tickets: 'deskTickets',
  due: 'deskDue',
  packs: 'deskPacks',
  sites: 'deskSites',
  privacy: 'deskPrivacy',
  settings: 'deskSettings',
} as const;
type Page = (typeof pages)[number];

const LateLog = late(async () => (await import('../log/log-page')).LogPage);
const LateReview = late(async () => (await import('../review/review-page')).ReviewPage);
const LatePacks = late(async () => (await import('../packs/packs-page')).PacksPage);
const LateEditor = late(async () => (await import('../pack-editor/editor-page')).EditorPage);
const LatePrivacy = late(async () => (await import('../privacy/privacy-page')).PrivacyPage);
const LateRecord = late(async () => (await import('../record/record-view')).RecordView);

type DeskProps = {
  log: Log;
  notices: Notices;
  tickets: Tickets;
  memory: ReadonlySignal<MemoryState>;
  settings: ReadonlySignal<Settings>;
  policy: ReadonlySignal<AppliedPolicy>;
  taught: ReadonlySignal<readonly Taught[]>;
  due: DueListProps['promises'];
  /** Undefined until their code is there. */
  packs: ReadonlySignal<PackShelf | undefined>;
  broken: ReadonlySignal<readonly BrokenRow[]>;
  hints: ReadonlySignal<readonly HintCount[]>;
  openRecord: OpenRecord;
  openTable: OpenTable;
  openReview: OpenReview;
  openEditor: OpenEditor;
  openPrivacy: OpenPrivacy;
  verbs: {
    save(change: Partial<Settings>): Promise<void>;
    forgetSite(origin: string): Promise<void>;
  };
};

/** The workplace in a tab: one page at a time, each with its own address. */
export function DeskView(props: DeskProps) {
  const { log, notices, tickets, memory, settings, taught, due, broken, hints, verbs } = props;
  const packs = props.packs.value;
  const hash = useSignal(location.hash);
  const page = useComputed(() => pageOf(hash.value));
  const number = recordOf(hash.value);
  const policy = props.policy.value;
  const locked = new Set(policy.locked);
  const draft = draftOf(hash.value);
  const isWide = (page.value === 'log' && number === undefined) || draft !== undefined;
  useEffect(() => {
    const onHash = () => (hash.value = location.hash);
    onHash(); // It may have changed since the first paint.
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [hash]);
  return (
    <div class="desk">
      <header>
        <h1>{t('desk')}</h1>
        <nav aria-label={t('desk')}>
          {pages.map((each) => (
            <a key={each} href={`#${each}`} aria-current={page.value === each ? 'page' : undefined}>
              {t(titles[each])}
            </a>
          ))}
        </nav>
      </header>
      <main class={isWide ? 'wide' : undefined}>
        <AccessNotice access="reading" memory={memory.value} />
        {number !== undefined && (
          <LateRecord
            key={number}
            number={number}
            notices={notices}
            open={props.openRecord}
            under={(complaint) => <SendTicket tickets={tickets} complaint={complaint} />}
          />
        )}
        {page.value === 'log' && number === undefined && <LateLog open={props.openTable} />}
        {page.value === 'review' && <LateReview open={props.openReview} />}
        {page.value === 'tickets' && <TicketsPage tickets={tickets} newest={log.newest.value[0]} />}
        {page.value === 'due' && (
          <section class="due-view">
            <h2>{t('dueTitle')}</h2>
            <DueList promises={due} />
          </section>
        )}
        {page.value === 'packs' && packs && draft === undefined && <LatePacks shelf={packs} />}
        {packs && draft !== undefined && (
          <LateEditor key={draft} id={draft} open={props.openEditor} />
        )}
        {page.value === 'sites' && (
          <SiteList
            sites={taught.value}
            set={policy.sites}
            onForget={(origin) => void verbs.forgetSite(origin)}
          />
        )}
        {page.value === 'privacy' && (
          <LatePrivacy
            open={props.openPrivacy}
            settings={settings.value}
            isLocked={locked.has('retention')}
            onSave={(change) => void verbs.save(change)}
          />
        )}
        {page.value === 'settings' && (
          <>
            <PolicyFaults policy={policy} />
            <SettingsForm
              settings={settings.value}
              locked={locked}
              onSave={(change) => void verbs.save(change)}
            />
            <HintTable counts={hints.value} />
          </>
        )}
        <BrokenList rows={broken.value} />
      </main>
      <NoticeLine notices={notices} />
    </div>
  );
}

function pageOf(hash: string): Page {
  if (draftOf(hash) !== undefined) return 'packs';
  return pages.find((page) => `#${page}` === hash) ?? 'log';
}

/** The number of the draft of a pack whose address this is. */
function draftOf(hash: string): number | undefined {
  const id = /^#packs\/(\d{1,9})$/.exec(hash)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The number of the complaint whose address this is. */
function recordOf(hash: string): number | undefined {
  const number = /^#log\/(\d{1,9})$/.exec(hash)?.[1];
  return number === undefined ? undefined : Number(number);
}
