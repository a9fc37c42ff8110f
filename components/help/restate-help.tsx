import type { HelpStore } from '../../lib/panel/help';
import { Key } from '../ui/key';
import { t } from '../ui/texts';

/** The customer's own facts said back, with a question at the end (L5). */
export function RestateHelp({ help }: { help: HelpStore }) {
  const draft = help.restated.value;
  if (!draft) return <p class="help empty">{t('restateNothing')}</p>;
  return (
    <section class="help" aria-label={t('restateDraft')}>
      <small>{t('restateDraft')}</small>
      <button
        type="button"
        class="offer"
        title={t('insert')}
        aria-keyshortcuts="T"
        onClick={() => void help.restate()}
      >
        <span>{draft.text}</span>
        <Key name="T" />
      </button>
    </section>
  );
}
