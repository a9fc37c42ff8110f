import type { Message } from '../../lib/domain/conversation';
import { t } from '../ui/texts';

/** What the customer said last, so that eyes need not leave the panel. */
export function LastMessage({ message }: { message: Message | undefined }) {
  if (!message) return null;
  return (
    <section class="last" aria-label={t('customerSaid')}>
      <small>{t('customerSaid')}</small>
      <blockquote>{message.text}</blockquote>
    </section>
  );
}
