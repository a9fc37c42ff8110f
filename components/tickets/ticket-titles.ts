// The words in a ticket, in the language of the interface.
import type { TicketTitles } from '../../lib/domain/compose-ticket';
import { csvTitles } from '../complaint/csv-titles';
import { t } from '../ui/texts';

export function ticketTitles(): TicketTitles {
  return { ...csvTitles(), subject: (number, what) => t('ticketSubject', number, what) };
}
