// The interface's words for each sub-step.
import type { SubStepId } from '../../lib/domain/step';
import type { TextKey } from '../ui/texts';

export const subStepTexts: Record<SubStepId, TextKey> = {
  greet: 'sub_greet',
  'listen.acknowledge': 'sub_listen_acknowledge',
  'apologise.regret': 'sub_apologise_regret',
  'restate.say-back': 'sub_restate_say_back',
  'restate.confirm': 'sub_restate_confirm',
  'probe.open': 'sub_probe_open',
  'probe.check': 'sub_probe_check',
  'answer.give': 'sub_answer_give',
  'propose.option': 'sub_propose_option',
  'propose.when': 'sub_propose_when',
  'propose.ask-why': 'sub_propose_ask_why',
  'propose.look-again': 'sub_propose_look_again',
  'propose.anew': 'sub_propose_anew',
  'propose.agreed': 'sub_propose_agreed',
  'close.else': 'sub_close_else',
  'close.thanks': 'sub_close_thanks',
  'close.note': 'sub_close_note',
};
