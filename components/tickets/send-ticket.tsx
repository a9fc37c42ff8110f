import type { Complaint } from '../../lib/domain/complaint';
import type { Tickets } from '../../lib/panel/tickets';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { stateText } from './ticket-texts';

type SendTicketProps = { tickets: Tickets; complaint: Complaint };

/** Under a complaint: its ticket, what becomes of it, or the button that sends it. */
export function SendTicket({ tickets, complaint }: SendTicketProps) {
  const delivery = tickets.deliveryOf(complaint.id);
  const ticket = complaint.ticket ?? delivery?.link;
  if (ticket) return <TicketLinkLine {...ticket} />;
  if (delivery) return <small class="ticket-state">{stateText(delivery)}</small>;
  if (!tickets.connection.value) return null;
  return (
    <Button kind="quiet" onClick={() => void tickets.send(complaint)}>
      {t('ticketSend')}
    </Button>
  );
}

/** Leads to the ticket's page, where there is one. */
export function TicketLinkLine({ id, url }: { id: string; url: string }) {
  if (url === '') return <small class="ticket-state">{t('ticketOpen', id)}</small>;
  return (
    <a class="ticket-link" href={url} target="_blank" rel="noreferrer">
      {t('ticketOpen', id)}
    </a>
  );
}
