import { wordsOf } from '../../lib/domain/pack-document';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import type { ItemFormProps } from './opened';

/** A word that only the house understands, and the plain one. */
export function HouseWordForm({ item: { value }, set }: ItemFormProps) {
  return (
    <>
      <Field
        label={t('draftHouseWord')}
        value={wordsOf(value['words'])}
        onInput={(words) => set('words', words)}
      />
      <Field
        label={t('draftPlain')}
        value={wordsOf(value['plain'])}
        onInput={(plain) => set('plain', plain)}
      />
    </>
  );
}
