import type { Flag } from '../../lib/domain/draft-check';
import type { DraftStore } from '../../lib/panel/draft-check';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import { ruleText } from './rule-text';
import './draft.css';

const firstKey = 4;

/** What of the draft is better said another way, one thing at a time. Nothing where all is well. */
export function DraftHint({ draft }: { draft: DraftStore }) {
  const flag = draft.flag.value;
  return (
    <>
      {/* Stands before there is anything to say, so that screen readers hear of it when there is. */}
      <p class="unseen" role="status">
        {flag ? t('draftFound', flag.words) : ''}
      </p>
      {flag && (
        <section class="draft-hint" aria-label={t('draftHint')}>
          <WholeFlag flag={flag} draft={draft} />
        </section>
      )}
    </>
  );
}

function WholeFlag({ flag, draft }: { flag: Flag; draft: DraftStore }) {
  return (
    <>
      <p>
        {/* A guard finds no fault with the words, only with what is missing beside them. */}
        {isGuard(flag) ? <q>{flag.words}</q> : <s>{flag.words}</s>} <small>{reasonOf(flag)}</small>
      </p>
      {flag.rewrites.length === 0 && !isGuard(flag) && <p>{t('draftOwnWords')}</p>}
      {flag.rewrites.map(({ text, end }, index) => (
        <button
          key={text}
          type="button"
          class="draft-rewrite"
          title={t('draftReplaces', flag.words, text)}
          aria-keyshortcuts={String(firstKey + index)}
          onClick={() => void draft.accept(flag, index)}
        >
          <b>
            {text}
            {end === flag.end && !isGuard(flag) ? goesOn(text) : ''}
          </b>
          <Key name={String(firstKey + index)} />
        </button>
      ))}
      <div class="actions">
        <button
          type="button"
          class="link"
          aria-keyshortcuts="X"
          title={t('noticeHintDismissed', flag.words)}
          onClick={() => draft.dismiss(flag, 'conversation')}
        >
          {t('draftDismiss')} <Key name="X" />
        </button>
        <button type="button" class="link" onClick={() => draft.dismiss(flag, 'always')}>
          {t('draftSilence')}
        </button>
        {draft.more.value > 0 && <small>{t('draftMore', draft.more.value)}</small>}
      </div>
    </>
  );
}

function isGuard({ id }: Flag): boolean {
  return id.startsWith('guard:');
}

/** The sentence goes on as it was. */
function goesOn(text: string): string {
  return /[a-z]$/i.test(text) ? ' …' : '…';
}

function reasonOf({ rule, reason }: Flag): string {
  return reason ?? ruleText(rule);
}
