// Composes the panel's stores and the verbs that touch several of them.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { noKeys } from '../domain/command';
import type { AssignedKeys, Command } from '../domain/command';
import type { Feeling } from '../domain/guide-state';
import type { Language } from '../domain/pack';
import { fillPhrase } from '../domain/slot';
import type { Suggestion } from '../domain/suggestion';
import { createComplaint } from './complaint';
import type { ComplaintStore } from './complaint';
import { createConversation } from './conversation';
import type { Conversation } from './conversation';
import type { DraftStore } from './draft-check';
import { createGuide } from './guide';
import type { GuideEngine } from './guide-engine';
import type { GuideStore, Words } from './guide';
import type { MemoryState } from './live';
import type { HandOverStore } from './hand-over';
import type { HelpStore } from './help';
import { createLog } from './log';
import type { ExportLog, Log } from './log';
import { createNotices } from './notices';
import type { Notices } from './notices';
import type { OthersStore } from './others';
import { createPacks } from './packs';
import type { Packs } from './packs';
import { createSearchStore } from './search';
import type { SearchStore, SearchWorld } from './search';
import { createSession } from './session';
import type { RefusalStore } from './refusal';
import type { RoundStore } from './rounds';
import type { PromiseStore } from './promises';
import type { SafetyStore } from './safety';
import type { OpenLink, Session } from './session';
import { createSiteAccess } from './site-access';
import type { SiteAccess, SitePermissions } from './site-access';
import { createTeach } from './teach';
import type { TaughtStore, Teach } from './teach';
import type { Tickets } from './tickets';
import { createTimers } from './timers';
import type { ShownHold, Timers } from './timers';

export type PanelWorld = Pick<SearchWorld, 'loadSearch'> & {
  openLink: OpenLink;
  sites: SitePermissions;
  taught: TaughtStore;
  now: () => number;
  schedule: (callback: () => void, ms: number) => () => void;
  copy: (text: string) => Promise<void>;
  exportLog: ExportLog;
  agentName: ReadonlySignal<string>;
  pulseMs: ReadonlySignal<number>;
  /** Of the interface: used for phrases until the conversation shows its own. */
  interfaceLanguage: ReadonlySignal<Language>;
  /** The customer's feeling, with what showed it, in the interface's words. */
  describeFeeling: (feeling: Feeling) => string;
};

/** `asks`: a word is missing and nothing was done. */
export type Used = 'inserted' | 'copied' | 'failed' | 'asks';

export type Panel = {
  session: Session;
  site: SiteAccess;
  conversation: Conversation;
  memory: ReadonlySignal<MemoryState>;
  packs: Packs;
  guide: GuideStore;
  timers: Timers;
  complaint: ComplaintStore;
  log: Log;
  /** These are made after the first paint; undefined until then. */
  engine: Signal<GuideEngine | undefined>;
  rounds: Signal<RoundStore | undefined>;
  tickets: Signal<Tickets | undefined>;
  draft: Signal<DraftStore | undefined>;
  refusal: Signal<RefusalStore | undefined>;
  safety: Signal<SafetyStore | undefined>;
  help: Signal<HelpStore | undefined>;
  handOver: Signal<HandOverStore | undefined>;
  others: Signal<OthersStore | undefined>;
  /** The browser's own keys; empty until they are asked for. */
  keys: Signal<AssignedKeys>;
  /** Pressed while the page had the focus, and not carried out yet. */
  command: Signal<Command | undefined>;
  promises: Signal<PromiseStore | undefined>;
  notices: Notices;
  search: SearchStore;
  teach: Teach;
  /** Language of the phrases. */
  language: ReadonlySignal<Language>;
  remember(memory: MemoryState): void;
  /** Puts a text into the reply box; where that fails, on the clipboard. */
  put(text: string): Promise<Used>;
  /** Puts a phrase, with these words and what is known, into the reply box; where that fails, on the clipboard. */
  use(suggestion: Suggestion, words?: Words): Promise<Used>;
  /** What the next sign of life in a hold says (H4, R5). */
  nextCheckIn(holdId: string): Suggestion | undefined;
  /** Gives a fresh sign of life in a hold and notes it (H4). */
  checkIn(holdId: string): Promise<void>;
  /** Ends a hold and thanks for the patience (H6). */
  endHold(holdId: string): Promise<void>;
  copy(text: string): Promise<void>;
};

export function createPanel(world: PanelWorld): Panel {
  const memory = signal<MemoryState>({ is: 'opening' });
  const notices = createNotices();
  const session = createSession(world.openLink);
  const packs = createPacks();
  const conversation = createConversation(session, memory, packs.ear, world.now);
  const language = computed(() => session.language.value ?? world.interfaceLanguage.value);
  const engine = signal<GuideEngine>();
  const category = computed(() => complaint.form.value.category);
  const guide = createGuide({
    ...world,
    session,
    conversation,
    packs,
    language,
    engine,
    category,
  });
  const timers = createTimers({ ...world, memory, conversation });
  const complaint: ComplaintStore = createComplaint({
    ...world,
    session,
    conversation,
    memory,
    notices,
    guide,
    engine,
  });

  // What was inserted needs no more words once it is sent, or taken out again.
  const draftText = computed(() => (session.draft.value?.found ? session.draft.value.text : ''));
  effect(() => {
    const about = notices.current.peek()?.about;
    if (draftText.value === '' && (about === 'inserted' || about === 'reworded')) notices.dismiss();
  });

  // What was done for one customer is told and taken back beside that customer alone.
  let beside = '';
  effect(() => {
    const { value: key } = conversation.key;
    if (key === '' || key === beside) return;
    if (beside !== '') notices.turn(beside, key);
    beside = key;
  });

  const put = async (text: string): Promise<Used> => {
    const result = await session.insert(text);
    if (result.ok) {
      notices.show({ about: 'inserted' });
      return 'inserted';
    }
    const used = await world.copy(text).then(
      () => 'copied' as const,
      () => 'failed' as const,
    );
    const about = used === 'copied' ? 'copied-instead' : 'not-inserted';
    notices.show({ about, why: result.reason, text });
    return used;
  };

  const use = async ({ phrase }: Suggestion, words: Words = {}): Promise<Used> => {
    const { text, missing } = fillPhrase(phrase.text, { ...guide.slots.value, ...words });
    if (missing.length > 0) return 'asks';
    const used = await put(text);
    if (used !== 'failed') {
      await conversation.append([{ kind: 'inserted', at: world.now(), phrase: phrase.id }]);
    }
    return used;
  };

  const wordsFor = (holdId: string) =>
    wordsOfHold(timers.holds.value.find(({ hold }) => hold.id === holdId));
  const nextCheckIn = (holdId: string) => guide.phraseFor('hold.check-in', wordsFor(holdId), true);

  return {
    session,
    site: createSiteAccess(session, world.sites),
    conversation,
    memory,
    packs,
    guide,
    timers,
    complaint,
    log: createLog({ ...world, memory, notices }),
    engine,
    rounds: signal(),
    tickets: signal(),
    draft: signal(),
    refusal: signal(),
    safety: signal(),
    help: signal(),
    handOver: signal(),
    others: signal(),
    keys: signal(noKeys),
    command: signal(),
    promises: signal(),
    notices,
    search: createSearchStore({ ...world, packs, guide, language, memory }),
    teach: createTeach({ ...world, session, store: world.taught, notices }),
    language,
    remember: (state) => {
      memory.value = state;
    },
    put,
    use,
    nextCheckIn,
    checkIn: async (holdId) => {
      const line = nextCheckIn(holdId);
      const used = line ? await use(line, wordsFor(holdId)) : 'inserted';
      if (used !== 'inserted' && used !== 'copied') return;
      if (!(await timers.checkIn(holdId))) notices.show({ about: 'time-not-stored' });
    },
    endHold: async (holdId) => {
      if (!(await timers.end(holdId))) return notices.show({ about: 'time-not-stored' });
      const thanks = guide.phraseFor('hold.return', {}, true);
      if (thanks) await use(thanks);
    },
    copy: async (text) => {
      await world.copy(text);
      notices.show({ about: 'copied' });
    },
  };
}

/** H5: what for, and how long still, in whole minutes; an overrun asks for two more. */
function wordsOfHold(shown: ShownHold | undefined): Words {
  if (!shown) return {};
  const left = Math.ceil(shown.view.leftMs / 60_000);
  return { reason: shown.hold.reason, minutes: String(left > 0 ? left : 2) };
}
