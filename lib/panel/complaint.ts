// The complaint of this conversation: drafted from what was said, corrected by the agent, saved, taken back.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { emptyForm, longestWords } from '../domain/complaint-form';
import type { Complaint, ComplaintForm, ComplaintOrigin } from '../domain/complaint';
import type { Drafted } from '../domain/complaint-draft';
import type { Message } from '../domain/conversation';
import { startOf } from '../domain/guide-state';
import type { Feeling, Round } from '../domain/guide-state';
import { lastPlan } from '../domain/last-plan';
import type { Conversation } from './conversation';
import type { GuideStore } from './guide';
import type { GuideEngine } from './guide-engine';
import { memoryOf, soonOpened } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';
import type { Session } from './session';

export type ComplaintStore = {
  /** What is in the form: drafted from the conversation until the agent writes there. */
  form: ReadonlySignal<ComplaintForm>;
  edit(change: Partial<ComplaintForm>): void;
  /** What the conversation tells beside the form; saved with it, and corrected in the Desk. */
  also: ReadonlySignal<Also>;
  /** By hand; the form may show one that was only heard. */
  chosenCategory: ReadonlySignal<string | undefined>;
  /** How many complaints the conversation has, and which of them is in the form, counted from 0. */
  count: ReadonlySignal<number>;
  chosen: ReadonlySignal<number>;
  choose(index: number): void;
  /** True when it is in the log; otherwise the form stays as it is and a notice says why. */
  save(): Promise<boolean>;
};

export type Also = Omit<Drafted, 'request'>;

export type ComplaintWorld = {
  session: Session;
  conversation: Conversation;
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  guide: Pick<GuideStore, 'state'>;
  /** Undefined until it is loaded: then the form says less. */
  engine: ReadonlySignal<Pick<GuideEngine, 'draftComplaint'> | undefined>;
  /** The customer's feeling in the words of the interface. */
  describeFeeling: (feeling: Feeling) => string;
  now: () => number;
};

export function createComplaint(world: ComplaintWorld): ComplaintStore {
  const { conversation, memory, notices } = world;
  const edits = signal<ReadonlyMap<string, Partial<ComplaintForm>>>(new Map());
  const choice = signal<{ of: string; index: number } | undefined>();
  const rounds = computed(() => [...world.guide.state.value.earlier, world.guide.state.value]);
  // The one at hand, unless another was chosen in this conversation.
  const chosen = computed(() => {
    const last = rounds.value.length - 1;
    const { of: where, index } = choice.value ?? { of: '', index: last };
    return where === conversation.key.value ? Math.min(index, last) : last;
  });
  // Each complaint has a form of its own.
  const of = computed(() => `${conversation.key.value} ${rounds.value[chosen.value]?.id ?? ''}`);
  const messages = computed(() =>
    messagesOf(world.session.reading.value?.messages ?? [], rounds.value, chosen.value),
  );
  const drafted = computed(() =>
    world.engine.value?.draftComplaint(messages.value, conversation.events.value),
  );
  const form = computed(() => ({
    ...draftForm(world, rounds.value[chosen.value], messages.value),
    request: drafted.value?.request ?? '',
    ...edits.value.get(of.value),
  }));
  const also = computed(() => {
    const { request: _, ...rest } = drafted.value ?? { request: '' };
    return rest;
  });
  const put = (to: string, change: Partial<ComplaintForm>) => {
    edits.value = new Map(edits.value).set(to, { ...edits.value.get(to), ...change });
  };

  const refuse = (why: string) => {
    notices.show({ about: 'not-saved', why });
    return false;
  };
  const takeBack = async (saved: Complaint, kept: ComplaintForm, keptOf: string) => {
    await memoryOf(memory.value)?.complaints.remove(saved.id);
    put(keptOf, kept);
    notices.show({ about: 'removed', text: String(saved.number) });
  };
  const store = async () => {
    const { complaintFormSchema } = await import('../domain/complaint');
    const opened = await soonOpened(memory);
    const parsed = complaintFormSchema.safeParse(form.value);
    if (!parsed.success) return refuse(form.value.what.trim() === '' ? 'what-missing' : 'too-long');
    if (!opened) return refuse('no-memory');
    const kept = form.value;
    const keptOf = of.value;
    try {
      const fields = { ...also.value, ...parsed.data };
      const saved = await opened.complaints.add(fields, originOf(world));
      put(keptOf, {
        ...emptyForm,
        category: undefined,
        immediate: undefined,
        permanent: undefined,
      });
      const undo = () => {
        takeBack(saved, kept, keptOf).catch((error: unknown) =>
          console.error('The complaint stays in the log:', error),
        );
      };
      notices.show({ about: 'saved', text: String(saved.number), undo });
      return true;
    } catch (error) {
      return refuse(error instanceof Error ? error.name : String(error));
    }
  };
  // A key pressed twice saves once.
  let saving: Promise<boolean> | undefined;

  return {
    form,
    also,
    chosenCategory: computed(() => edits.value.get(of.value)?.category),
    count: computed(() => rounds.value.length),
    chosen,
    choose: (index) => {
      choice.value = { of: conversation.key.value, index };
    },
    edit: (change) => put(of.value, change),
    save: () => {
      saving ??= store().finally(() => (saving = undefined));
      return saving;
    },
  };
}

function originOf({ session, conversation, now }: ComplaintWorld): ComplaintOrigin {
  const id = conversation.id.value;
  const url = session.url.value;
  return {
    channel: URL.canParse(url) ? new URL(url).host : '',
    receivedAt: firstFromCustomer(session)?.at ?? now(),
    ...(id !== undefined && { conversationId: id }),
  };
}

/** The four elements as far as the conversation tells them. */
function draftForm(
  { conversation, describeFeeling }: ComplaintWorld,
  round: Round | undefined,
  messages: readonly Message[],
): ComplaintForm {
  return {
    who: conversation.customer.value,
    what: fullestFromCustomer(messages),
    feeling: round?.heaviest ? describeFeeling(round.heaviest) : '',
    request: '',
    ...(round?.category !== undefined && { category: round.category }),
    ...solutionsIn(conversation),
  };
}

/** As the agent planned them in the proposal. */
function solutionsIn({ events }: Conversation): Pick<ComplaintForm, 'immediate' | 'permanent'> {
  const plan = lastPlan(events.value);
  return {
    ...(plan?.immediate && { immediate: plan.immediate }),
    ...(plan?.permanent && { permanent: plan.permanent }),
  };
}

/** From the message that began it to the one that began the next. */
function messagesOf(
  messages: readonly Message[],
  rounds: readonly Round[],
  index: number,
): readonly Message[] {
  if (rounds.length === 1) return messages;
  const placeOf = (round: Round | undefined) =>
    round ? messages.findIndex(({ key }) => key === startOf(round)) : -1;
  const end = placeOf(rounds[index + 1]);
  return messages.slice(Math.max(0, placeOf(rounds[index])), end < 0 ? undefined : end);
}

/** The customer's longest message, the first of equals: a complaint is told in it more often than in the greeting. */
function fullestFromCustomer(messages: readonly Message[]): string {
  let fullest = '';
  for (const { side, text } of messages)
    if (side === 'customer' && text.length > fullest.length) fullest = text;
  return fullest.slice(0, longestWords);
}

function firstFromCustomer({ reading }: Session) {
  return reading.value?.messages.find(({ side }) => side === 'customer');
}
