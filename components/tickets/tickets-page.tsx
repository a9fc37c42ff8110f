import type { Complaint } from '../../lib/domain/complaint';
import { mayRemove } from '../../lib/domain/outbox';
import type { Delivery } from '../../lib/domain/outbox';
import type { Tickets } from '../../lib/panel/tickets';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';
import { ConnectionEditor } from './connection-editor';
import { TicketLinkLine } from './send-ticket';
import { stateText } from './ticket-texts';
import './tickets.css';

type TicketsPageProps = { tickets: Tickets; newest: Complaint | undefined };

/** Where tickets go, what would be sent, and what became of those that were. */
export function TicketsPage({ tickets, newest }: TicketsPageProps) {
  const deliveries = tickets.deliveries.value;
  return (
    <>
      <h2>{t('deskTickets')}</h2>
      <p class="hint">{t('ticketPrivacy')}</p>
      {/* Another connection is another form: what was typed for the one before is gone. */}
      <ConnectionEditor key={tickets.connection.value?.id} tickets={tickets} newest={newest} />
      <h2>{t('ticketOutbox')}</h2>
      <SendAll tickets={tickets} />
      {deliveries.length === 0 && <p class="hint">{t('ticketOutboxEmpty')}</p>}
      <ol class="outbox">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <OutboxLine tickets={tickets} delivery={delivery} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** All at once: what has no ticket yet, how far it is, and the ways to stop. */
function SendAll({ tickets }: { tickets: Tickets }) {
  const { open = 0, refused = 0 } = tickets.counts.value ?? {};
  const unsent = tickets.unsent.value;
  const progress = tickets.progress.value;
  const paused = tickets.paused.value;
  return (
    <div class="send-all">
      {unsent > 0 && tickets.connection.value && (
        <div class="row">
          <span>{t('ticketUnsent', unsent)}</span>
          <Button onClick={() => void tickets.sendAll()}>{t('ticketSendAll')}</Button>
        </div>
      )}
      {progress && (
        <progress value={progress.done} max={progress.of} aria-label={t('ticketOutbox')} />
      )}
      <p role="status">
        {open > 0 && `${t('ticketUnderWay', open)} `}
        {refused > 0 && <span class="due">{t('ticketNeedYou', refused)} </span>}
        {paused && t('ticketPaused')}
      </p>
      {(open > 0 || paused) && (
        <div class="actions">
          <Button onClick={() => void tickets.pause(!paused)}>
            {t(paused ? 'ticketGoOn' : 'ticketPause')}
          </Button>
          {open > 0 && (
            <Button kind="quiet" onClick={() => void tickets.removeWaiting()}>
              {t('ticketTakeOutAll')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function OutboxLine({ tickets, delivery }: { tickets: Tickets; delivery: Delivery }) {
  const { ticket, state, link, inDoubt, why } = delivery;
  const looks = inDoubt && why === 'in-doubt';
  return (
    <>
      <small class="number">{showMoment(delivery.queuedAt)}</small>
      <strong>
        {delivery.to ? t('ticketCommentTo', delivery.to.name ?? delivery.to.id) : ticket.subject}
      </strong>
      <p class={state === 'refused' ? 'due' : 'ticket-state'}>{stateText(delivery)}</p>
      {link && <TicketLinkLine {...link} />}
      {(state === 'refused' || mayRemove(delivery)) && (
        <div class="actions">
          {state === 'refused' && (
            <Button onClick={() => void tickets.retry(delivery)}>
              {t(looks ? 'ticketRetryDoubt' : 'ticketRetry')}
            </Button>
          )}
          {mayRemove(delivery) && (
            <Button kind="quiet" onClick={() => void tickets.remove(delivery)}>
              {t('ticketRemove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
