import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { ComplaintFields } from '../../lib/domain/complaint';
import { typicalCase } from '../../lib/domain/complaint-choices';
import { fieldKinds } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import { maskText } from '../../lib/domain/mask-text';
import { maskName } from '../../lib/domain/redact';
import { t } from '../ui/texts';
import { ChoiceField } from './choice-field';
import { fieldTitle } from './field-texts';
import { MomentOrNone } from './moment-or-none';

type Value = string | number | readonly string[] | undefined;
export type Categories = readonly { id: string; title: string }[];
/** What is offered for fields of own words, by the packs in use. */
export type Lists = Readonly<Partial<Record<Field, readonly string[]>>>;

export type RecordFieldProps = {
  field: Field;
  fields: ComplaintFields;
  categories: Categories;
  lists: Lists;
  /** The customer's name and contact are hidden. */
  hidden: boolean;
  /** It is what kept the record from going on. */
  isWanted: boolean;
  /** Resolves when it is kept; false where it was not. */
  onChange: (field: Field, value: Value) => Promise<boolean>;
};

/** One field, filled in as its kind wants; what is written is kept when the field is left. */
export function RecordField(props: RecordFieldProps) {
  const { field, fields, categories, lists, hidden, isWanted, onChange } = props;
  const kind = fieldKinds[field];
  const id = `record-${field}`;
  const value = fields[field];
  const put = (next: Value) => onChange(field, next);
  const shared = { id, label: fieldTitle(field), isWanted, onChange: put };
  switch (kind.is) {
    case 'words':
      return (
        <WordsField
          {...shared}
          value={String(value ?? '')}
          lines={kind.lines}
          offered={lists[field]}
        />
      );
    case 'person':
      return hidden ? (
        <HiddenField id={id} field={field} value={String(value ?? '')} />
      ) : (
        <WordsField {...shared} value={String(value ?? '')} lines={1} />
      );
    case 'choice':
      return <ChoiceField {...shared} value={String(value ?? '')} of={kind.of} own={false} />;
    case 'choiceOrWords':
      return (
        <ChoiceField
          {...shared}
          value={String(value ?? '')}
          {...choicesOf(kind.of, lists[field])}
          own
        />
      );
    case 'category':
      return (
        <ChoiceField
          {...shared}
          value={String(value ?? '')}
          of={categories.map((each) => each.id)}
          titles={new Map(categories.map((each) => [each.id, each.title]))}
          own
        />
      );
    case 'score':
      return <ScoreField {...shared} value={typeof value === 'number' ? value : undefined} />;
    case 'moment':
      return <MomentOrNone {...shared} at={typeof value === 'number' ? value : undefined} />;
    case 'tags':
      return <TagsField {...shared} tags={fields.tags} />;
  }
}

/** A list of the packs goes instead of the usual choices. */
function choicesOf(usual: readonly string[], listed: readonly string[] | undefined) {
  return listed
    ? { of: listed, titles: new Map(listed.map((each) => [each, each])) }
    : { of: usual };
}

type WordsFieldProps = {
  id: string;
  label: string;
  value: string;
  lines: number;
  isWanted?: boolean;
  hint?: string;
  /** For a field of one line. */
  offered?: readonly string[] | undefined;
  onChange: (value: string) => Promise<boolean>;
};

function WordsField({
  id,
  label,
  value,
  lines,
  isWanted = false,
  hint,
  offered,
  onChange,
}: WordsFieldProps) {
  const draft = useSignal(value);
  // What another window or an undo wrote; what is being written here stays until the field is left.
  useEffect(() => {
    draft.value = value;
  }, [draft, value]);
  const shared = {
    id,
    value: draft.value,
    maxLength: 4000,
    placeholder: hint,
    'aria-invalid': isWanted || undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      (draft.value = event.currentTarget.value),
    onBlur: () => draft.value !== value && void onChange(draft.value),
  };
  return (
    <div class={lines > 1 ? 'field wide' : 'field'}>
      <label for={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input {...shared} type="text" list={offered && `${id}-offered`} />
      )}
      {offered && (
        <datalist id={`${id}-offered`}>
          {offered.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
    </div>
  );
}

function HiddenField({ id, field, value }: { id: string; field: Field; value: string }) {
  const masked = field === 'who' ? maskName(value) : maskText(value);
  return (
    <div class="field">
      <label for={id}>{fieldTitle(field)}</label>
      <input id={id} type="text" readOnly value={masked} />
    </div>
  );
}

type ScoreFieldProps = {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => Promise<boolean>;
};

/** One to five; the one that is pressed again is taken away. */
function ScoreField({ label, value, onChange }: ScoreFieldProps) {
  const id = useId();
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span id={id} class="label">
        {label}
      </span>
      <div class="score">
        {[1, 2, 3, 4, 5].map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === value}
            onClick={() => void onChange(each === value ? undefined : each)}
          >
            {each}
          </button>
        ))}
      </div>
    </div>
  );
}

type TagsFieldProps = {
  id: string;
  label: string;
  tags: readonly string[];
  onChange: (tags: readonly string[]) => Promise<boolean>;
};

/** The tag of a typical case has a box of its own. */
function TagsField({ id, label, tags, onChange }: TagsFieldProps) {
  const kept = tags.filter((tag) => tag === typicalCase);
  const others = tags.filter((tag) => tag !== typicalCase);
  const put = (written: string) =>
    onChange([
      ...kept,
      ...new Set(
        written
          .split(/[,，、]/u)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ]);
  return (
    <WordsField
      id={id}
      label={label}
      value={others.join(', ')}
      lines={1}
      hint={t('tagsHint')}
      onChange={put}
    />
  );
}
