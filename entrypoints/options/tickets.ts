// The ticket system's page and buttons, bound to the real browser.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { ticketTitles } from '../../components/tickets/ticket-titles';
import { askForTest, wakeSender } from '../../lib/browser/outbox-sender';
import { allowSite } from '../../lib/browser/permissions';
import * as kept from '../../lib/browser/ticket-connections';
import type { Connection } from '../../lib/domain/ticket';
import type { MemoryState } from '../../lib/panel/live';
import { createTickets, toldOf } from '../../lib/panel/tickets';
import { ticketSystems } from '../../lib/tickets';

export function makeTickets(memory: ReadonlySignal<MemoryState>) {
  const connections = signal<readonly Connection[]>([]);
  const show = (all: readonly Connection[]) => (connections.value = all);
  kept.watchConnections(show);
  void kept.loadConnections().then(show);
  const paused = signal(false);
  kept.watchPaused((is) => (paused.value = is));
  void kept.loadPaused().then((is) => (paused.value = is));
  return createTickets({
    memory,
    systems: ticketSystems,
    connections,
    allow: allowSite,
    saveConnection: async (...what) => {
      await kept.saveConnection(...what);
      show(await kept.loadConnections());
    },
    test: async () => toldOf(await askForTest()),
    paused,
    savePaused: kept.savePaused,
    createId: () => crypto.randomUUID(),
    wake: wakeSender,
    titles: ticketTitles,
  });
}
