import { useSignal } from '@preact/signals';
import type { Complaint } from '../../lib/domain/complaint';
import type { Tickets } from '../../lib/panel/tickets';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import type { TicketLink } from '../../lib/domain/ticket';
import { Field } from '../ui/field';
import { stateText } from './ticket-texts';

// As many letters as the least patient of the systems takes.
const longestComment = 4000;

type SendTicketProps = { tickets: Tickets; complaint: Complaint };

/** Under a complaint: its ticket, what becomes of it, or the button that sends it. */
export function SendTicket({ tickets, complaint }: SendTicketProps) {
  const delivery = tickets.deliveryOf(complaint.id);
  const ticket = complaint.ticket ?? delivery?.link;
  if (ticket)
    return (
      <>
        <TicketLinkLine {...ticket} />
        {tickets.mayComment(complaint) && <AddComment tickets={tickets} complaint={complaint} />}
      </>
    );
  if (delivery) return <small class="ticket-state">{stateText(delivery)}</small>;
  if (!tickets.connection.value) return null;
  return (
    <Button kind="quiet" onClick={() => void tickets.send(complaint)}>
      {t('ticketSend')}
    </Button>
  );
}

/** A button that opens the comment's text: what is known now, to be cut down to what is new. */
function AddComment({ tickets, complaint }: SendTicketProps) {
  const text = useSignal<string | undefined>(undefined);
  if (text.value === undefined)
    return (
      <Button kind="quiet" onClick={() => (text.value = tickets.draftComment(complaint))}>
        {t('ticketComment')}
      </Button>
    );
  const send = () => {
    void tickets.comment(complaint, text.value ?? '');
    text.value = undefined;
  };
  return (
    <div class="ticket-comment">
      <Field
        label={t('ticketCommentText')}
        value={text.value}
        lines={4}
        maxLength={longestComment}
        onInput={(typed) => (text.value = typed)}
      />
      <div class="actions">
        <Button kind="main" onClick={send} disabled={text.value.trim() === ''}>
          {t('ticketCommentSend')}
        </Button>
        <Button kind="quiet" onClick={() => (text.value = undefined)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Leads to the ticket's page, where there is one. */
export function TicketLinkLine({ id, url, name = id }: TicketLink) {
  if (url === '') return <small class="ticket-state">{t('ticketOpen', name)}</small>;
  return (
    <a class="ticket-link" href={url} target="_blank" rel="noreferrer">
      {t('ticketOpen', name)}
    </a>
  );
}
