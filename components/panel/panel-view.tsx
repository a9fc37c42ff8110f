import { useSignal, useSignalEffect } from '@preact/signals';
import { stepsOfPath } from '../../lib/domain/step';
import type { Suggestion } from '../../lib/domain/suggestion';
import type { Words } from '../../lib/panel/guide';
import type { Panel } from '../../lib/panel/panel';
import { LogView } from '../complaint/log-view';
import { SearchView } from '../phrases/search-view';
import { LateDue } from '../timers/late-times';
import { late } from '../ui/late';
import { AccessNotice } from './access-notice';
import { Footer } from './footer';
import { GuideView } from './guide-view';
import { Header } from './header';
import { useHotkeys } from './hotkeys';
import { KeysCard } from './keys-card';
import type { MenuVerbs } from './menu';
import { NoticeLine } from './notice-line';
import { TeachCard } from './teach-card';
import { useTypingWatch } from './typed-on';
import './panel.css';

const LateSafety = late(async () => (await import('../guide/safety-card')).SafetyCards);
const LateHandOver = late(async () => (await import('../help/hand-over-view')).HandOverView);
const LateOthers = late(async () => (await import('./others-strip')).OthersStrip);

type PanelViewProps = {
  panel: Panel;
  verbs: Pick<MenuVerbs, 'openDesk' | 'popOut'>;
};

export function PanelView({ panel, verbs }: PanelViewProps) {
  const { session, site, conversation, memory, guide, timers, notices, teach } = panel;
  const view = useSignal<'guide' | 'refusal' | 'handOver' | 'log' | 'search' | 'due'>('guide');
  const asking = useSignal<Suggestion | undefined>(undefined);
  const holdFormOpen = useSignal(false);
  const keysShown = useSignal(false);

  const use = async (suggestion: Suggestion | undefined, words: Words = {}) => {
    if (!suggestion) return;
    guide.rememberWords(words);
    const used = await panel.use(suggestion, words);
    asking.value = used === 'asks' ? suggestion : undefined;
  };
  const hold = () => {
    view.value = 'guide';
    const open = timers.holds.value.find(({ here }) => here);
    if (open?.hold.startedAt !== undefined) void panel.checkIn(open.hold.id);
    // One that was asked for waits for its answer.
    else holdFormOpen.value = open === undefined;
  };
  const refuse = () => (view.value = 'refusal');
  const back = () => {
    if (keysShown.value) keysShown.value = false;
    else if (teach.state.value.is !== 'idle') void teach.cancel();
    else if (view.value !== 'guide') view.value = 'guide';
    else if (asking.value !== undefined) asking.value = undefined;
    else holdFormOpen.value = false;
  };
  const search = () => {
    view.value = 'search';
    void panel.search.open();
  };
  const choose = (suggestion: Suggestion) => {
    view.value = 'guide';
    void use(suggestion);
  };
  // Asked when a key is pressed, not when the view was drawn: two quick keys must not meet the view before.
  const guideOnly = (run: () => void) => () => view.value === 'guide' && run();
  const useNth = (index: number) => guideOnly(() => void use(guide.suggestions.value[index]));
  useSignalEffect(() => {
    const command = panel.command.value;
    if (command === undefined) return;
    panel.command.value = undefined;
    if (command === 'insert-first') useNth(0)();
    else hold();
  });
  useTypingWatch();
  useHotkeys({
    '1': useNth(0),
    '2': useNth(1),
    '3': useNth(2),
    '4': guideOnly(() => void panel.draft.value?.acceptFirst(0)),
    '5': guideOnly(() => void panel.draft.value?.acceptFirst(1)),
    '6': guideOnly(() => void panel.draft.value?.acceptFirst(2)),
    x: guideOnly(() => panel.draft.value?.dismissFirst()),
    z: () => notices.current.value?.undo?.(),
    ArrowLeft: guideOnly(() => moveStep(panel, -1)),
    ArrowRight: guideOnly(() => moveStep(panel, 1)),
    '/': search,
    r: refuse,
    m: () => (view.value = 'handOver'),
    h: hold,
    l: () => (view.value = 'log'),
    d: () => (view.value = 'due'),
    '?': () => (keysShown.value = true),
    'Ctrl+Enter': () => view.value === 'log' && void panel.complaint.save(),
    Escape: back,
  });

  return (
    <div class="panel">
      <Header
        session={session}
        site={site}
        customer={conversation.customer}
        language={panel.language}
        verbs={{
          ...verbs,
          chooseBox: () => void teach.chooseBox(),
          handOver: () => (view.value = 'handOver'),
          teachPage: () => void teach.teachPage(),
          showKeys: () => (keysShown.value = true),
        }}
      />
      {panel.others.value && <LateOthers others={panel.others.value} />}
      <main>
        {panel.safety.value && <LateSafety safety={panel.safety.value} />}
        <TeachCard teach={teach} />
        <AccessNotice
          access={session.access.value}
          memory={memory.value}
          openKey={panel.keys.value.open}
          broken={panel.promises.value?.broken.value.length ?? 0}
          onChooseBox={() => void teach.chooseBox()}
        />
        {(view.value === 'guide' || view.value === 'refusal') && (
          <GuideView
            panel={panel}
            asking={asking}
            holdFormOpen={holdFormOpen}
            refusing={view.value === 'refusal'}
            onUse={use}
            onBack={back}
          />
        )}
        {view.value === 'handOver' && panel.handOver.value && (
          <LateHandOver handOver={panel.handOver.value} onDone={back} />
        )}
        {view.value === 'due' && <LateDue panel={panel} onBack={back} />}
        {view.value === 'log' && <LogView panel={panel} onBack={back} />}
        {view.value === 'search' && (
          <SearchView
            search={panel.search}
            slots={guide.slots.value}
            onUse={choose}
            onBack={back}
          />
        )}
      </main>
      <NoticeLine notices={notices} />
      <Footer
        onSearch={search}
        onRefuse={refuse}
        onHold={hold}
        onLog={() => (view.value = 'log')}
        onDue={() => (view.value = 'due')}
        onKeys={() => (keysShown.value = true)}
      />
      {keysShown.value && (
        <KeysCard assigned={panel.keys.value} onClose={() => (keysShown.value = false)} />
      )}
    </div>
  );
}

function moveStep({ guide }: Panel, by: number): void {
  const path = stepsOfPath[guide.state.value.path];
  const next = path[Math.max(0, path.indexOf(guide.shown.value) + by)];
  if (next) guide.show(next);
}
