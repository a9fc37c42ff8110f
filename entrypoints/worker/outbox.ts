// The outbox's sender, bound to the real browser.
import { keepSending, pauseAwake } from '../../lib/browser/outbox-sender';
import { isAllowed } from '../../lib/browser/permissions';
import * as kept from '../../lib/browser/ticket-connections';
import type { OpenedMemory } from '../../lib/data/memory';
import { ticketSystemOf } from '../../lib/tickets';
import { createAsk } from '../../lib/tickets/ask';
import { sendAll, testWay } from '../../lib/tickets/send';
import { createWays } from '../../lib/tickets/way';

export function keepOutbox(opening: Promise<OpenedMemory>): void {
  void kept.guardSecrets();
  const wayOf = createWays({
    connections: kept.loadConnections,
    secrets: kept.loadSecrets,
    isAllowed,
    systemOf: ticketSystemOf,
  });
  const ask = createAsk((...request) => fetch(...request), crypto);
  keepSending({
    send: async () => {
      const opened = await opening;
      if (!opened.ok) return undefined;
      return sendAll({
        outbox: opened.memory.outbox,
        wayOf,
        ask,
        pause: pauseAwake,
        isOnline: () => navigator.onLine,
        isPaused: kept.loadPaused,
        now: Date.now,
        random: Math.random,
      });
    },
    test: async () => {
      const way = await wayOf();
      return way ? testWay(way, ask) : { ok: false, why: 'no-connection', said: '' };
    },
  });
}
