// Shows the panel the reply box, or how to read the whole page, by pointing at it.
//
//   idle ──teach──► pick customer ► pick agent ► pick replyBox ──► checking ──right──► idle, kept
//     │                  └─────────── Escape, cancel ─────────────────┴──wrong──► idle, as before
//     └──chooseBox──► pick replyBox ──► idle, kept
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Derived, Point, Taught } from '../domain/taught';
import type { Notices } from './notices';
import type { Session } from './session';

export type Teaching =
  | { is: 'idle' }
  /** `all`: the box is the last of three things rather than the only one. */
  | { is: 'picking'; point: Point; all: boolean }
  | { is: 'checking'; messages: number; fromCustomer: number }
  | { is: 'failed'; why: Extract<Derived, { ok: false }>['reason'] };

export type TaughtStore = { save(url: string, more: Omit<Taught, 'origin'>): Promise<void> };

export type Teach = {
  state: ReadonlySignal<Teaching>;
  chooseBox(): Promise<void>;
  teachPage(): Promise<void>;
  /** What was read is right: it is kept for the site. */
  keep(): Promise<void>;
  /** Whatever was begun leaves no trace. */
  cancel(): Promise<void>;
};

type Options = { session: Session; store: TaughtStore; notices: Notices; now: () => number };
type Step = Exclude<Teaching, { is: 'checking' }> | { is: 'checking' };

const points: readonly Point[] = ['customer', 'agent', 'replyBox'];

export function createTeach({ session, store, notices, now }: Options): Teach {
  const step = signal<Step>({ is: 'idle' });
  let trial: Omit<Taught, 'origin'> = {};
  /** Where it began: a tab or page that was left meanwhile is not taught. */
  let url = '';

  const pick = async (point: Point, all: boolean) => {
    const picking = { is: 'picking', point, all } as const;
    step.value = picking;
    const picked = await session.page()?.pick(point);
    // Another step has begun meanwhile, or the agent is on another page.
    if (step.value !== picking) return undefined;
    if (picked && session.url.peek() === url) return picked;
    step.value = { is: 'idle' };
    return undefined;
  };
  const begin = () => {
    url = session.url.peek();
  };
  return {
    state: computed(() =>
      step.value.is === 'checking' ? { is: 'checking', ...countIn(session) } : step.value,
    ),
    chooseBox: async () => {
      begin();
      const picked = await pick('replyBox', false);
      if (!picked) return;
      await store.save(url, { replyBox: picked.selector });
      await session.page()?.readBy();
      step.value = { is: 'idle' };
      notices.show({ about: 'box-chosen' });
    },
    teachPage: async () => {
      begin();
      let frameId = 0;
      for (const point of points) {
        const picked = await pick(point, true);
        if (!picked) return;
        ({ frameId } = picked);
      }
      const day = new Date(now()).toISOString().slice(0, 10);
      const derived = await session.page()?.deriveSite(frameId, day);
      if (!derived?.ok) {
        step.value = { is: 'failed', why: derived?.reason ?? 'disconnected' };
        return;
      }
      trial = { site: derived.site, replyBox: derived.site.replyBox };
      await session.page()?.readBy({ ...trial, origin: '' });
      step.value = { is: 'checking' };
    },
    keep: async () => {
      await store.save(url, trial);
      await session.page()?.readBy();
      step.value = { is: 'idle' };
      notices.show({ about: 'page-taught' });
    },
    cancel: async () => {
      const was = step.value;
      step.value = { is: 'idle' };
      if (was.is === 'picking') session.page()?.stopPicking();
      if (was.is === 'checking') await session.page()?.readBy();
    },
  };
}

function countIn({ reading }: Session) {
  const messages = reading.value?.messages ?? [];
  const fromCustomer = messages.filter(({ side }) => side === 'customer').length;
  return { messages: messages.length, fromCustomer };
}
