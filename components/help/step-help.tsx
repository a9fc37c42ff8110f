import { useSignal } from '@preact/signals';
import type { StepId } from '../../lib/domain/step';
import type { HelpStore } from '../../lib/panel/help';
import { useHotkeys } from '../panel/hotkeys';
import { NoteHelp } from './note-help';
import { PlanHelp } from './plan-help';
import { ProbeHelp } from './probe-help';
import { RestateHelp } from './restate-help';
import './help.css';

type StepHelpProps = {
  help: HelpStore;
  step: StepId;
  onShow: (step: StepId) => void;
};

/** What helps in the step at hand; `T` takes what it offers, `W` notes something down in any step. */
export function StepHelp({ help, step, onShow }: StepHelpProps) {
  const writing = useSignal<'note' | 'plan' | undefined>(undefined);
  const note = () => {
    onShow('listen');
    writing.value = 'note';
  };
  const plan = () => {
    if (help.proposal.value === '') writing.value = 'plan';
    else void help.propose();
  };
  useHotkeys({ w: note, t: () => take(step, help, plan) });
  switch (step) {
    case 'listen':
      return <NoteHelp notes={help.notes} writing={writing} />;
    case 'restate':
      return <RestateHelp help={help} />;
    case 'probe':
      return <ProbeHelp help={help} />;
    case 'propose':
      return <PlanHelp help={help} writing={writing} />;
    case 'greet':
    case 'apologise':
    case 'answer':
    case 'close':
      return null;
  }
}

/** Asked when the key is pressed, not when the view was drawn. */
function take(step: StepId, help: HelpStore, plan: () => void): void {
  const [note] = help.notes.proposed.peek();
  const [question] = help.questions.peek();
  if (step === 'listen' && note) help.notes.take(note);
  if (step === 'restate') void help.restate();
  if (step === 'probe' && question) void help.ask(question);
  if (step === 'propose') plan();
}
