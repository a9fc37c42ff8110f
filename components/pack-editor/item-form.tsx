import type { Signal } from '@preact/signals';
import { itemsOf } from '../../lib/domain/pack-document';
import type { EditedList, PackItem } from '../../lib/domain/pack-document';
import { t } from '../ui/texts';

import { FoundHere } from './findings';
import { FragmentForm } from './fragment-form';
import { HouseWordForm } from './house-word-form';
import { PhraseForm } from './phrase-form';
import type { OpenedEditor, SetValue } from './opened';
import { RewriteForm } from './rewrite-form';
import type { Chosen } from './tabs';

type Props = OpenedEditor & { list: EditedList; chosen: Signal<Chosen> };

/** The item that is open. */
export function ItemForm({ list, chosen, ...props }: Props) {
  const { editor } = props;
  const items = itemsOf(editor.document.value, list);
  const at = placeOf(items, chosen.value.key);
  const item = items[at];
  if (!item) return <p class="empty">{t('draftBegin')}</p>;
  const set: SetValue = (key, value) => editor.edit({ is: 'set', list, at, key, value });
  const shared = { ...props, item, set };
  return (
    <div key={item.key} class="item-form" onFocusOut={editor.settle}>
      <FoundHere editor={editor} list={list} item={item} />
      {list === 'phrases' && <PhraseForm {...shared} />}
      {list === 'fragments' && <FragmentForm {...shared} />}
      {list === 'rewrites' && <RewriteForm {...shared} />}
      {list === 'houseWords' && <HouseWordForm {...shared} />}
    </div>
  );
}

function placeOf(items: readonly PackItem[], key: number | undefined): number {
  return key === undefined ? 0 : items.findIndex((each) => each.key === key);
}
