import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../ui/texts';
import { choiceText } from './field-texts';

const ownWords = 'own words';

type ChoiceFieldProps = {
  id: string;
  label: string;
  value: string;
  of: readonly string[];
  /** Where the choices are not the product's own. */
  titles?: ReadonlyMap<string, string>;
  /** Own words are as good. */
  own: boolean;
  isWanted: boolean;
  onChange: (value: string) => Promise<boolean>;
};

/** One of several, none yet, or own words. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, label, value, of, titles, own, isWanted, onChange } = props;
  const isOwn = value !== '' && !of.includes(value);
  const writing = useSignal(isOwn);
  const draft = useSignal(isOwn ? value : '');
  const chosen = useSignal(value);
  useEffect(() => {
    writing.value = isOwn;
    draft.value = isOwn ? value : '';
    chosen.value = value;
  }, [writing, draft, chosen, value, isOwn]);
  const choose = async (next: string) => {
    writing.value = next === ownWords;
    if (writing.value) return;
    chosen.value = next;
    // What was not taken is not to be seen as if it were.
    if (!(await onChange(next))) chosen.value = value;
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={writing.value ? ownWords : chosen.value}
        aria-invalid={isWanted || undefined}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        <option value="">{t('choiceNone')}</option>
        {of.map((each) => (
          <option key={each} value={each}>
            {titles?.get(each) ?? choiceText(of, each)}
          </option>
        ))}
        {(own || isOwn) && <option value={ownWords}>{t('ownWords')}</option>}
      </select>
      {writing.value && (
        <input
          type="text"
          aria-label={`${label}: ${t('ownWords')}`}
          maxLength={200}
          value={draft.value}
          onInput={(event) => (draft.value = event.currentTarget.value)}
          onBlur={() => draft.value !== value && void onChange(draft.value)}
        />
      )}
    </div>
  );
}
