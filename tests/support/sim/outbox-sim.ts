// Many agents, one ticket system with a limit, and an outage: time is a list of what happens next.
import type { OpenConnection, TicketAnswer, TicketSystem } from '../../../lib/domain/ticket';
import { sendAll } from '../../../lib/tickets/send';
import type { SendWorld } from '../../../lib/tickets/send';
import { createFakeOutbox } from '../fake-outbox';

const minuteMs = 60_000;
// A browser wakes a worker for an alarm no sooner (developer.chrome.com, chrome.alarms).
const alarmMs = 30_000;

export type SimOptions = {
  agents: number;
  /** Each agent's ticket is sent at some moment of so many minutes. */
  minutes: number;
  /** Requests a minute that the host answers; the rest gets 429. */
  limit: number;
  /** Minutes in which the host does not answer. */
  outage: { from: number; to: number };
  /** The share of answers that get lost after the host did what was asked. */
  lossy: number;
  random: () => number;
};

type SimMinute = { seen: number; made: number; limited: number; unanswered: number };

export type SimResult = {
  curve: SimMinute[];
  /** How often each agent's ticket is there. */
  copies: number[];
  /** Agents whose outbox does not know that the ticket is there. */
  unsure: number;
  /** Minutes until everything was through. */
  lasted: number;
};

/** Plays it through; resolves when no agent has anything left to do. */
export async function simulateOutbox(options: SimOptions): Promise<SimResult> {
  const { agents, minutes, random } = options;
  const queue = createQueue();
  const host = createHost(options, queue.now);
  const outboxes = Array.from({ length: agents }, () => createFakeOutbox(queue.now, random));
  const startAgent = (agent: number) => {
    const outbox = outboxes[agent];
    if (!outbox) return;
    const mark = `cmp-${String(agent).padStart(12, '0')}`;
    const world: SendWorld = {
      outbox,
      wayOf: async () => ({ system, connection }),
      ask: async ({ method, url }) => host.answer(method, new URL(url).hash.slice(1)),
      pause: queue.pause,
      isOnline: () => true,
      isPaused: async () => false,
      now: queue.now,
      random,
    };
    const work = async (): Promise<void> => {
      const at = await sendAll(world);
      if (at !== undefined) queue.at(Math.max(at, queue.now() + alarmMs), work);
    };
    queue.at(random() * minutes * minuteMs, async () => {
      await outbox.queue(mark, 'c', { mark, subject: mark, body: '' });
      await work();
    });
  };
  for (let agent = 0; agent < agents; agent++) startAgent(agent);
  await queue.play();
  const sent = outboxes.map(({ rows }) =>
    [...rows.values()].every(({ state }) => state === 'sent'),
  );
  return {
    curve: host.curve,
    copies: outboxes.map((_, agent) => host.copies(`cmp-${String(agent).padStart(12, '0')}`)),
    unsure: sent.filter((isSent) => !isSent).length,
    lasted: queue.now() / minuteMs,
  };
}

type Job = { at: number; run: () => Promise<void> };

/** Runs jobs in the order of their moments, one at a time: the next begins when this one waits or is over. */
function createQueue() {
  let now = 0;
  let jobs: Job[] = [];
  let stands = () => {};
  const insert = (job: Job) => {
    let low = 0;
    let high = jobs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((jobs[middle]?.at ?? 0) > job.at) low = middle + 1;
      else high = middle;
    }
    // The last one is the next.
    jobs = jobs.toSpliced(low, 0, job);
  };
  return {
    now: () => now,
    at: (at: number, run: () => Promise<void>) => insert({ at, run }),
    pause: (ms: number) =>
      new Promise<void>((resolve) => {
        insert({ at: now + ms, run: async () => resolve() });
        stands();
      }),
    async play(): Promise<void> {
      for (let job = jobs.pop(); job; job = jobs.pop()) {
        now = job.at;
        const waits = new Promise<void>((resolve) => (stands = resolve));
        const { run } = job;
        // What a pause let go on is over once it stands still: a turn of the loop is more than its few promises need.
        await Promise.race([run(), waits]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const system: TicketSystem = {
  id: 'sim',
  name: 'Simulation',
  address: '',
  fields: [],
  again: () => 'look-up',
  settleMs: 20_000,
  test: () => ({ method: 'GET', url: 'https://sim.example/', headers: {} }),
  create: ({ mark }) => ({ method: 'POST', url: `https://sim.example/#${mark}`, headers: {} }),
  created: ({ body }) => ({ id: body, url: '' }),
  lookUp: ({ mark }) => ({ method: 'GET', url: `https://sim.example/#${mark}`, headers: {} }),
  lookedUp: ({ body }) =>
    body === '' ? { is: 'none' } : { is: 'found', link: { id: body, url: '' } },
  said: (body) => body,
};

const connection: OpenConnection = {
  id: 'c',
  system: 'sim',
  address: 'https://sim.example',
  fields: {},
  secrets: {},
  mask: true,
};

function createHost({ limit, outage, lossy, random }: SimOptions, now: () => number) {
  const curve: SimMinute[] = [];
  const tickets = new Map<string, number>();
  const answer = (method: string, mark: string): TicketAnswer | undefined => {
    const at = now() / minuteMs;
    const minute = minuteOf(curve, Math.floor(at));
    if (at >= outage.from && at < outage.to) {
      minute.unanswered++;
      return undefined;
    }
    minute.seen++;
    if (minute.seen > limit) {
      minute.limited++;
      const left = Math.ceil((1 - (at % 1)) * 60);
      return { status: 429, headers: { 'retry-after': String(left) }, body: '' };
    }
    if (method === 'POST') {
      minute.made++;
      tickets.set(mark, (tickets.get(mark) ?? 0) + 1);
    }
    if (random() < lossy) return undefined;
    return { status: 200, headers: {}, body: tickets.has(mark) ? mark : '' };
  };
  return { curve, answer, copies: (mark: string) => tickets.get(mark) ?? 0 };
}

function minuteOf(curve: SimMinute[], index: number): SimMinute {
  while (curve.length <= index) curve.push({ seen: 0, made: 0, limited: 0, unanswered: 0 });
  const minute = curve[index];
  if (!minute) throw new Error(`There is no minute ${index}.`);
  return minute;
}
