import type { HintCount } from '../../lib/panel/hint-counts';
import { ruleText } from '../draft/rule-text';
import { t } from '../ui/texts';

/** How often the hints of each rule were taken and dismissed. Nothing before the first. */
export function HintTable({ counts }: { counts: readonly HintCount[] }) {
  if (counts.length === 0) return null;
  return (
    <section class="hint-counts">
      <h2 id="hint-counts">{t('hintCounts')}</h2>
      <p class="hint">{t('hintCountsHint')}</p>
      <table aria-labelledby="hint-counts">
        <thead>
          <tr>
            <th scope="col">{t('hintRule')}</th>
            <th scope="col">{t('hintAccepted')}</th>
            <th scope="col">{t('hintDismissed')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ rule, accepted, dismissed }) => (
            <tr key={rule}>
              <th scope="row">{ruleText(rule)}</th>
              <td class="number">{accepted}</td>
              <td class="number">{dismissed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
