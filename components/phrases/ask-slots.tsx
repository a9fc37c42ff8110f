import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Phrase } from '../../lib/domain/pack';
import type { Suggestion } from '../../lib/domain/suggestion';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { slotName } from './suggestion-card';

type AskSlotsProps = {
  suggestion: Suggestion;
  before: Readonly<Record<string, string>>;
  onFill: (words: Record<string, string>) => void;
  onCancel: () => void;
};

/** Asks for the words that a phrase still needs, so that it is never inserted with holes. */
export function AskSlots({ suggestion, before, onFill, onCancel }: AskSlotsProps) {
  const words = useSignal<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const valueOf = (name: string) => words.value[name] ?? before[name] ?? '';
  const submit = () => {
    const given = suggestion.missing.map((name) => [name, valueOf(name).trim()] as const);
    if (given.every(([, word]) => word !== '')) onFill(Object.fromEntries(given));
  };
  return (
    <form
      ref={form}
      class="phrase asking"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="phrase-text">{suggestion.text}</p>
      {suggestion.missing.map((name) => (
        <Field
          key={name}
          label={promptOf(suggestion.phrase, name)}
          value={valueOf(name)}
          onInput={(word) => (words.value = { ...words.value, [name]: word })}
        />
      ))}
      <div class="actions">
        <Button kind="main" type="submit" hotkey="↵">
          {t('insert')}
        </Button>
        <Button kind="quiet" onClick={onCancel} hotkey="Esc">
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The pack's own question, or the slot's name. */
function promptOf({ slots = [] }: Phrase, name: string): string {
  const own = slots.find((slot) => slot.name === name);
  return own?.prompt ?? t('askSlot', slotName(name));
}
