import type { Layer } from '../../lib/domain/pack';
import type { RefusalFinding } from '../../lib/domain/refusal-check';
import type { RefusalPart } from '../../lib/panel/refusal-part';
import { ruleText } from '../draft/rule-text';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

/** What a good refusal holds, with the findings that say that it does not. */
const points: readonly { title: TextKey; unless: readonly RefusalFinding['is'][] }[] = [
  { title: 'point_layers', unless: ['missing'] },
  { title: 'point_reason', unless: ['verdict-first', 'no-reason'] },
  { title: 'point_wording', unless: ['blunt', 'negatives-in-a-row'] },
  { title: 'point_alternative', unless: ['no-alternative'] },
  { title: 'point_time', unless: ['no-time'] },
  { title: 'point_ending', unless: ['ends-negative'] },
];

const missing: Record<Layer, TextKey> = {
  affirm: 'finding_missing_affirm',
  explain: 'finding_missing_explain',
  offer: 'finding_missing_offer',
};

type RefusalPointsProps = {
  parts: readonly RefusalPart[];
  /** Undefined while nothing can be told. */
  findings: readonly RefusalFinding[] | undefined;
};

/** What is there already, and what to do about the rest. */
export function RefusalPoints({ parts, findings }: RefusalPointsProps) {
  if (!findings) return null;
  const has = (layer: Layer) =>
    parts.some((part) => part.layer === layer && part.text.trim() !== '');
  const stands = (unless: readonly RefusalFinding['is'][]) =>
    !findings.some(({ is }) => unless.includes(is));
  // Nothing is said of an offer that is not written yet.
  const told = points.filter(
    ({ unless }) => unless.some((is) => is === 'missing') || (has('explain') && has('offer')),
  );
  return (
    <div class="refusal-points">
      <ul>
        {told.map(({ title, unless }) => (
          <li key={title} class={stands(unless) ? 'done' : ''}>
            {stands(unless) ? '✓' : '○'} {t(title)}
          </li>
        ))}
      </ul>
      <div role="status">
        {findings.map((finding, index) => (
          <p key={index} class="finding">
            {adviceOn(finding)}
          </p>
        ))}
      </div>
    </div>
  );
}

function adviceOn(finding: RefusalFinding): string {
  switch (finding.is) {
    case 'missing':
      return t(missing[finding.layer]);
    case 'blunt':
      return t('finding_blunt', finding.words, finding.reason ?? ruleText(finding.rule));
    case 'verdict-first':
      return t('finding_verdict_first', finding.words);
    case 'no-reason':
      return t('finding_no_reason', finding.words);
    case 'negatives-in-a-row':
      return t('finding_negatives', finding.words);
    case 'ends-negative':
      return t('finding_ends_negative', finding.words);
    case 'no-alternative':
      return t('finding_no_alternative');
    case 'no-time':
      return t('finding_no_time');
  }
}
