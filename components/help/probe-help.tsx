import type { Interrogative } from '../../lib/domain/pack';
import type { HelpStore } from '../../lib/panel/help';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const asked: Record<Interrogative, TextKey> = {
  what: 'asks_what',
  when: 'asks_when',
  where: 'asks_where',
  who: 'asks_who',
  how: 'asks_how',
  why: 'asks_why',
};

/** What is still open, then what to make sure of (Q1, Q2). */
export function ProbeHelp({ help }: { help: HelpStore }) {
  const questions = help.questions.value;
  if (questions.length === 0) return <p class="help empty">{t('probeNothing')}</p>;
  return (
    <section class="help" aria-label={t('probeOpen')}>
      <small>{t('probeOpen')}</small>
      {questions.map((question, index) => (
        <button
          key={question.suggestion.phrase.id}
          type="button"
          class="offer"
          title={t('insert')}
          aria-keyshortcuts={index === 0 ? 'T' : undefined}
          onClick={() => void help.ask(question)}
        >
          <span>
            <small>{question.asks ? t(asked[question.asks]) : t('asksToCheck')}</small>{' '}
            {question.suggestion.text}
          </span>
          {index === 0 && <Key name="T" />}
        </button>
      ))}
    </section>
  );
}
