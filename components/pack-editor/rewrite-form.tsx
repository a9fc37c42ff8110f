import { textsOf, wordsOf } from '../../lib/domain/pack-document';
import { ruleText } from '../draft/rule-text';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import type { ItemFormProps } from './opened';
import { LinesField } from './lines-field';

const rules = ['W1', 'W2', 'W3', 'W5', 'W6', 'W7', 'W8', 'S2', 'B1', 'B2', 'R6', 'R7'] as const;
const whereTexts = {
  '': 'draftWhere_any',
  start: 'draftWhere_start',
  clause: 'draftWhere_clause',
  anywhere: 'draftWhere_anywhere',
} as const;
const followTexts = {
  '': 'draftFollows_any',
  verb: 'draftFollows_verb',
  noun: 'draftFollows_noun',
  words: 'draftFollows_words',
  end: 'draftFollows_end',
} as const;

/** Words that are better said another way, and how. */
export function RewriteForm({ item: { value }, set }: ItemFormProps) {
  const rule = wordsOf(value['rule']);
  const orNone = (list: readonly string[]) => (list.length === 0 ? undefined : list);
  return (
    <>
      <LinesField
        label={t('draftWords')}
        hint={t('draftWordsHint')}
        lines={textsOf(value['words'])}
        onChange={(words) => set('words', words)}
      />
      <LinesField
        label={t('draftUnless')}
        lines={textsOf(value['unless'])}
        onChange={(unless) => set('unless', orNone(unless))}
      />
      <Choice
        label={t('draftRule')}
        value={rule}
        options={[...new Set([...rules, rule])].map((each) => ({
          value: each,
          title: `${each} · ${ruleText(each)}`,
        }))}
        onChoose={(next) => set('rule', next)}
      />
      <Wordings value={value['to']} onChange={(to) => set('to', to)} />
      <Field
        label={t('draftReason')}
        value={wordsOf(value['reason'])}
        hint={ruleText(rule)}
        onInput={(reason) => set('reason', reason === '' ? undefined : reason)}
      />
      {(['stated', 'alone'] as const).map((key) => (
        <label key={key} class="check">
          <input
            type="checkbox"
            checked={value[key] === true}
            onChange={(event) => set(key, event.currentTarget.checked ? true : undefined)}
          />
          {t(`draft_${key}`)}
        </label>
      ))}
      <Field label={t('draftId')} value={wordsOf(value['id'])} onInput={(id) => set('id', id)} />
    </>
  );
}

type Wording = Readonly<Record<string, unknown>>;
type WordingsProps = { value: unknown; onChange: (to: readonly Wording[]) => void };

function Wordings({ value, onChange }: WordingsProps) {
  const all: readonly Wording[] = Array.isArray(value) ? value : [];
  const setAt = (at: number, key: string, next: string) => {
    const { [key]: _, ...rest } = all[at] ?? {};
    onChange(all.with(at, next === '' && key !== 'text' ? rest : { ...all[at], [key]: next }));
  };
  return (
    <fieldset class="wordings">
      <legend>{t('draftTo')}</legend>
      {all.map((wording, at) => (
        <div key={at} class="wording">
          <Field
            label={t('draftWording', at + 1)}
            value={wordsOf(wording['text'])}
            hint={t('draftWordingHint')}
            onInput={(text) => setAt(at, 'text', text)}
          />
          <Choice
            label={t('draftWhere')}
            value={wordsOf(wording['where'])}
            options={optionsOf(whereTexts)}
            onChoose={(where) => setAt(at, 'where', where)}
          />
          <Choice
            label={t('draftFollows')}
            value={wordsOf(wording['follows'])}
            options={optionsOf(followTexts)}
            onChoose={(follows) => setAt(at, 'follows', follows)}
          />
          <Button kind="quiet" onClick={() => onChange(all.toSpliced(at, 1))}>
            {t('draftRemoveWording', at + 1)}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...all, { text: '' }])}>{t('draftAddWording')}</Button>
    </fieldset>
  );
}

function optionsOf(texts: Readonly<Record<string, TextKey>>) {
  return Object.entries(texts).map(([value, key]) => ({ value, title: t(key) }));
}
