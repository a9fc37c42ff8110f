// What each of the doctrine's rules asks of a wording, in the interface's words.
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const ruleTexts: Readonly<Record<string, TextKey>> = {
  W1: 'rule_W1',
  W2: 'rule_W2',
  W3: 'rule_W3',
  W5: 'rule_W5',
  W6: 'rule_W6',
  W7: 'rule_W7',
  W8: 'rule_W8',
  S2: 'rule_S2',
  B1: 'rule_B1',
  B2: 'rule_B2',
  R6: 'rule_R6',
  R7: 'rule_R7',
  R5: 'rule_R5',
  T1: 'rule_T1',
  H1: 'rule_H1',
  L5: 'rule_L5',
  P1: 'rule_P1',
};

/** One line for a rule such as `W3`; a general one where a pack cites a rule that has none. */
export function ruleText(rule: string): string {
  return t(ruleTexts[rule] ?? 'rule_other');
}
