import { wordsOf } from '../../lib/domain/pack-document';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import type { ItemFormProps } from './opened';
import { VariantField } from './variant-field';

/** A piece that several phrases share. */
export function FragmentForm(props: ItemFormProps) {
  const { item, set } = props;
  const id = wordsOf(item.value['id']);
  return (
    <>
      <Field label={t('draftFragmentId')} value={id} onInput={(next) => set('id', next)} />
      <p class="hint">{t('draftFragmentHint', id)}</p>
      <Field
        label={t('draftText')}
        value={wordsOf(item.value['text'])}
        lines={3}
        maxLength={2000}
        onInput={(text) => set('text', text)}
      />
      <VariantField {...props} lines={3} />
    </>
  );
}
