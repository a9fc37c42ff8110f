// What became of a ticket, and what the agent can do about it, in words.
import type { Delivery, WhyRefused } from '../../lib/domain/outbox';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const whys: Record<WhyRefused | 'no-answer', TextKey> = {
  'not-allowed': 'ticketWhy_not_allowed',
  'no-such-place': 'ticketWhy_no_such_place',
  'not-taken': 'ticketWhy_not_taken',
  'in-doubt': 'ticketWhy_in_doubt',
  'no-connection': 'ticketWhy_no_connection',
  'no-answer': 'ticketWhy_no_answer',
};

/** Why it did not work, what to mend, and the server's own words. */
export function whyText(why: WhyRefused | 'no-answer', said: string | undefined): string {
  return said ? `${t(whys[why])} ${t('ticketSaid', said)}` : t(whys[why]);
}

export function stateText({ state, why, said }: Delivery): string {
  const told = t(`ticketState_${state}`);
  return state === 'refused' && why !== undefined ? `${told}: ${whyText(why, said)}` : told;
}
