// The tools that a panel asks for when the agent is to point at something; put into the page only then.
import type { Derived, Picked, Point } from '../domain/taught';
import { deriveSite } from './derive-site';
import { pick } from './pick';
import { selectorOf } from './stable-selector';

export type PickTools = {
  /** Waits for the agent. Whatever was being pointed at before is given up. */
  pick: (point: Point, signal: AbortSignal) => Promise<Picked>;
  stop: () => void;
  /** Of what was picked so far. `seen`: where and when, as the description will say. */
  derive: (seen: string) => Derived;
};

export function createPickTools(document: Document): PickTools {
  const pointed: Partial<Record<Point, Element>> = {};
  let picking = new AbortController();
  return {
    pick: async (point, signal) => {
      picking.abort();
      picking = new AbortController();
      const element = await pick({
        document,
        wanted: point === 'replyBox' ? 'reply-box' : 'message',
        signal: AbortSignal.any([picking.signal, signal]),
      });
      if (!element) return { selector: null };
      pointed[point] = element;
      return { selector: selectorOf(element) };
    },
    stop: () => picking.abort(),
    derive: (seen) => {
      const { customer, agent, replyBox } = pointed;
      if (!customer || !agent || !replyBox) return { ok: false, reason: 'disconnected' };
      return deriveSite({ customer, agent, replyBox }, seen);
    },
  };
}
