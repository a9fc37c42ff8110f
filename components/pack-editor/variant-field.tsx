import { languageSchema } from '../../lib/domain/pack';
import type { Language } from '../../lib/domain/pack';
import { aboutOf, wordsOf } from '../../lib/domain/pack-document';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import type { ItemFormProps } from './opened';

type VariantFieldProps = Pick<ItemFormProps, 'editor' | 'item' | 'set'> & { lines: number };

/** The same in the language that the pack is not in; what else a variant holds stays. */
export function VariantField({ editor, item: { value }, set, lines }: VariantFieldProps) {
  const own = aboutOf(editor.document.value, 'language');
  const language = languageSchema.options.find((each) => each !== own) ?? 'zh-CN';
  const variants = recordOf(value['variants']);
  const variant = recordOf(variants[language]);
  const put = (text: string) => {
    const { [language]: _, ...others } = variants;
    const next = text === '' ? others : { ...variants, [language]: { ...variant, text } };
    set('variants', Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <Field
      label={t(variantTexts[language])}
      value={wordsOf(variant['text'])}
      lines={lines}
      maxLength={2000}
      hint={t('draftVariantHint')}
      onInput={put}
    />
  );
}

const variantTexts = {
  en: 'draftVariant_en',
  'zh-CN': 'draftVariant_zh',
} as const satisfies Record<Language, string>;

/** A file may hold anything there; what is no object is as good as none. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
