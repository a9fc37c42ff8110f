// Threats in this conversation: the procedure for each, its calm line, and what the agent made of it, with undo.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { LedgerEvent } from '../domain/event';
import type { Guide } from '../domain/guide-state';
import type { Language, Procedure } from '../domain/pack';
import { foldSafety, procedureFor } from '../domain/safety';
import type { Alarm } from '../domain/safety';
import type { Conversation } from './conversation';
import type { GuideStore } from './guide';
import type { Notices } from './notices';
import type { Packs } from './packs';
import type { Used } from './panel';

export type ShownAlarm = Alarm & {
  /** Undefined where no enabled pack has one. */
  procedure: Procedure | undefined;
};

export type SafetyStore = {
  /** Open ones first. */
  alarms: ReadonlySignal<readonly ShownAlarm[]>;
  debrief: ReadonlySignal<boolean>;
  /** Puts the calm line into the reply box; where that fails, on the clipboard. */
  say(alarm: ShownAlarm): Promise<void>;
  /** The agent has read it; it stays there, folded. */
  read(alarm: Alarm): void;
  /** A false alarm: it goes, and the same words are no alarm any more. */
  dismiss(alarm: Alarm): void;
  /** X2: talked about, or rested. */
  debriefed(): void;
};

export type SafetyWorld = {
  conversation: Pick<Conversation, 'events' | 'append'>;
  packs: Packs;
  /** Of the conversation. */
  language: ReadonlySignal<Language>;
  interfaceLanguage: ReadonlySignal<Language>;
  guide: Pick<GuideStore, 'state'>;
  notices: Notices;
  put: (text: string) => Promise<Used>;
  now: () => number;
};

/** All is done but the goodbye. */
function isClosing({ current }: Guide): boolean {
  return current === undefined || current === 'close';
}

export function createSafety(world: SafetyWorld): SafetyStore {
  const { conversation, packs, language, interfaceLanguage, guide, notices, put, now } = world;
  const state = computed(() => foldSafety(conversation.events.value, isClosing(guide.state.value)));
  const note = (event: LedgerEvent) => void conversation.append([event]);
  const mark = (
    { threat, messages, words }: Alarm,
    kind: 'threatRead' | 'threatDismissed',
    back: 'threatUnread' | 'threatRestored',
  ) => {
    const about = { threat, messages: [...messages] };
    note({ kind, at: now(), ...about });
    const undo = () => {
      note({ kind: back, at: now(), ...about });
      notices.dismiss();
    };
    const told = kind === 'threatRead' ? 'threat-read' : 'threat-dismissed';
    notices.show({ about: told, text: words, undo });
  };
  return {
    alarms: computed(() =>
      state.value.alarms.map((alarm) => ({
        ...alarm,
        procedure: procedureFor(packs.all.value, alarm.threat, {
          agent: interfaceLanguage.value,
          customer: language.value,
        }),
      })),
    ),
    debrief: computed(() => state.value.debrief),
    say: async ({ procedure }) => {
      if (!procedure) return;
      const used = await put(procedure.say);
      if (used === 'failed') return;
      await conversation.append([{ kind: 'inserted', at: now(), phrase: procedure.id }]);
    },
    read: (alarm) => mark(alarm, 'threatRead', 'threatUnread'),
    dismiss: (alarm) => mark(alarm, 'threatDismissed', 'threatRestored'),
    debriefed: () => {
      note({ kind: 'debriefed', at: now() });
      const undo = () => {
        note({ kind: 'debriefReopened', at: now() });
        notices.dismiss();
      };
      notices.show({ about: 'debriefed', undo });
    },
  };
}
