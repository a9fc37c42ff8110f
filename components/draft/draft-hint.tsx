import type { Flag } from '../../lib/domain/draft-check';
import { isGuard } from '../../lib/domain/guard';
import type { DraftStore } from '../../lib/panel/draft-check';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import { ruleText } from './rule-text';
import './draft.css';

const firstKey = 4;

/** What of the draft is better said another way, the worst with what to say instead. Nothing where all is well. */
export function DraftHint({ draft }: { draft: DraftStore }) {
  const [first, ...others] = draft.flags.value;
  return (
    <>
      {/* Stands before there is anything to say, so that screen readers hear of it when there is. */}
      <p class="unseen" role="status">
        {first ? t('draftFound', first.words) : ''}
      </p>
      {first && (
        <section class="draft-hint" aria-label={t('draftHint')}>
          <WholeFlag flag={first} draft={draft} />
          {others.map((flag) => (
            <button
              key={`${flag.id} ${flag.start}`}
              type="button"
              class="draft-other"
              title={t('draftLook', flag.words)}
              onClick={() => draft.lookAt(flag)}
            >
              <Words flag={flag} />
            </button>
          ))}
          {draft.more.value > 0 && <small>{t('draftMore', draft.more.value)}</small>}
        </section>
      )}
    </>
  );
}

function Words({ flag }: { flag: Flag }) {
  return (
    <>
      {isGuard(flag) ? <q>{flag.words}</q> : <s>{flag.words}</s>} <small>{reasonOf(flag)}</small>
    </>
  );
}

function WholeFlag({ flag, draft }: { flag: Flag; draft: DraftStore }) {
  return (
    <>
      <p>
        <Words flag={flag} />
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
        <button type="button" class="link" onClick={() => draft.dismiss(flag, 'once')}>
          {t('draftDismissOnce')}
        </button>
        <button type="button" class="link" onClick={() => draft.dismiss(flag, 'always')}>
          {t('draftSilence')}
        </button>
      </div>
    </>
  );
}

/** The sentence goes on as it was. */
function goesOn(text: string): string {
  return /[a-z]$/i.test(text) ? ' …' : '…';
}

function reasonOf({ rule, reason }: Flag): string {
  return reason ?? ruleText(rule);
}
