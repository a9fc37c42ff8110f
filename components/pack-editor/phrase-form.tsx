import { emotionSchema, placeSchema } from '../../lib/domain/pack';
import type { Category } from '../../lib/domain/pack';
import { aboutOf, itemsOf, textsOf, wordsOf } from '../../lib/domain/pack-document';
import { parseSlots } from '../../lib/domain/slot';
import { slotName } from '../phrases/suggestion-card';
import { Field } from '../ui/field';
import { PickerField } from '../ui/picker-field';
import { t } from '../ui/texts';
import { CheckGroup } from './check-group';
import type { ItemFormProps, SetValue } from './opened';
import { placeText } from './place-text';
import { PhrasePreview } from './phrase-preview';
import { VariantField } from './variant-field';

/** All that is said of a phrase, with how it will look. */
export function PhraseForm(props: ItemFormProps) {
  const { editor, categories, item, set } = props;
  const { value } = item;
  const orNothing = (text: string) => (text === '' ? undefined : text);
  const orNone = (list: readonly string[]) => (list.length === 0 ? undefined : list);
  const text = wordsOf(value['text']);
  const own = aboutOf(editor.document.value, 'categories');
  const known = [...categories(aboutOf(editor.document.value, 'language')), ...categoriesOf(own)];
  const byId = new Map(known.map(({ id, title }) => [id, title]));
  return (
    <>
      <Field
        label={t('draftText')}
        value={text}
        lines={3}
        maxLength={2000}
        onInput={(next) => set('text', next)}
      />
      <p class="hint">{t('draftTextHint')}</p>
      <PhrasePreview value={value} fragments={itemsOf(editor.document.value, 'fragments')} />
      <Slots text={text} prompts={value['slots']} set={set} />
      <VariantField {...props} lines={2} />
      <CheckGroup
        legend={t('draftPlaces')}
        options={placeSchema.options.map((each) => ({ value: each, title: t(placeText(each)) }))}
        chosen={textsOf(value['places'])}
        onChoose={(chosen) => set('places', chosen)}
      />
      <CheckGroup
        legend={t('draftEmotions')}
        options={emotionSchema.options.map((each) => ({
          value: each,
          title: t(`emotion_${each}`),
        }))}
        chosen={textsOf(value['emotions'])}
        onChoose={(chosen) => set('emotions', orNone(chosen))}
      />
      <CheckGroup
        legend={t('draftCategories')}
        options={[...byId].map(([id, title]) => ({ value: id, title }))}
        chosen={textsOf(value['categories'])}
        onChoose={(chosen) => set('categories', orNone(chosen))}
      />
      <Field
        label={t('draftNote')}
        value={wordsOf(value['note'])}
        hint={t('draftNoteHint')}
        onInput={(note) => set('note', orNothing(note))}
      />
      <div class="fields">
        <Field
          label={t('draftShortcut')}
          value={wordsOf(value['shortcut'])}
          onInput={(shortcut) => set('shortcut', orNothing(shortcut))}
        />
        <Field label={t('draftId')} value={wordsOf(value['id'])} onInput={(id) => set('id', id)} />
        <PickerField
          label={t('draftFrom')}
          type="date"
          value={wordsOf(value['from'])}
          onPick={(from) => set('from', orNothing(from))}
        />
        <PickerField
          label={t('draftUntil')}
          type="date"
          value={wordsOf(value['until'])}
          onPick={(until) => set('until', orNothing(until))}
        />
      </div>
    </>
  );
}

function categoriesOf(value: unknown): readonly Category[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Partial<Category> | null) =>
    typeof each?.id === 'string' && typeof each.title === 'string'
      ? [{ id: each.id, title: each.title }]
      : [],
  );
}

/** The page names the customer, the settings the agent. */
const alwaysKnown = ['customer', 'agent'];

type Prompt = { name: string; prompt: string };
type SlotsProps = { text: string; prompts: unknown; set: SetValue };

/** For each slot: what is said where nothing fills it, or how it is asked for. */
function Slots({ text, prompts, set }: SlotsProps) {
  const parts = parseSlots(text);
  const slots = new Map(
    parts.flatMap((part) =>
      part.kind === 'slot' ? [[part.name, part.fallback ?? ''] as const] : [],
    ),
  );
  for (const name of alwaysKnown) slots.delete(name);
  if (slots.size === 0) return null;
  const known = promptsOf(prompts);
  const setFallback = (name: string, fallback: string) => {
    const said = fallback.replaceAll(/[{}]/g, '').trimStart();
    const slot = said === '' ? `{${name}}` : `{${name}:${said}}`;
    const next = parts.map((part) =>
      part.kind === 'slot' && part.name === name ? slot : part.raw,
    );
    set('text', next.join(''));
  };
  const setPrompt = (name: string, prompt: string) => {
    const others = known.filter((each) => each.name !== name && slots.has(each.name));
    const all = prompt === '' ? others : [...others, { name, prompt }];
    set('slots', all.length === 0 ? undefined : all);
  };
  return (
    <div class="slots">
      {[...slots].map(([name, fallback]) => (
        <div key={name} class="fields">
          <Field
            label={t('draftSlotDefault', slotName(name))}
            value={fallback}
            onInput={(next) => setFallback(name, next)}
          />
          <Field
            label={t('draftSlotPrompt', slotName(name))}
            value={known.find((each) => each.name === name)?.prompt ?? ''}
            hint={t('askSlot', slotName(name))}
            onInput={(next) => setPrompt(name, next)}
          />
        </div>
      ))}
    </div>
  );
}

function promptsOf(value: unknown): readonly Prompt[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Partial<Prompt> | null) =>
    typeof each?.name === 'string' && typeof each.prompt === 'string'
      ? [{ name: each.name, prompt: each.prompt }]
      : [],
  );
}
