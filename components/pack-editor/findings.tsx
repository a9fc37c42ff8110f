import type { Signal } from '@preact/signals';
import { itemsOf } from '../../lib/domain/pack-document';
import type { EditedList, PackItem } from '../../lib/domain/pack-document';
import { faultLine, faultText } from '../../lib/domain/pack-fault';
import type { PackEditor } from '../../lib/panel/pack-editor';
import type { FoundFault } from '../../lib/panel/pack-inspection';
import { t } from '../ui/texts';
import type { Chosen } from './tabs';

type FindingsProps = { editor: PackEditor; chosen: Signal<Chosen> };

const shownAtOnce = 30;

/** What there is to mend in the whole pack; a click leads there. */
export function Findings({ editor, chosen }: FindingsProps) {
  const inspected = editor.inspected.value;
  if (!inspected) return <aside class="findings">{t('draftLooking')}</aside>;
  const { faults, mild, alike, parity } = inspected;
  const goTo = (list: EditedList, key: number) => (chosen.value = { tab: list, key });
  // Not read anew with each key: what was found is of the text before it.
  const phrases = itemsOf(editor.document.peek(), 'phrases');
  const shown = alike.slice(0, shownAtOnce);
  const named = new Set(shown.flatMap(({ one, other }) => [one, other]));
  const texts = new Map(
    phrases.flatMap((item) => (named.has(item.key) ? [[item.key, textOf(item)] as const] : [])),
  );
  const phraseOf = (key: number) => texts.get(key) ?? '';
  return (
    <aside class="findings" aria-label={t('draftFindings')}>
      <p role="status" class={faults.length > 0 ? 'due' : undefined}>
        {faults.length > 0 ? t('draftFaults', faults.length) : t('draftNoFaults')}
      </p>
      <FaultList found={faults} goTo={goTo} />
      {mild.length > 0 && <h3>{t('draftMild', mild.length)}</h3>}
      <FaultList found={mild} goTo={goTo} />
      {alike.length > 0 && <h3>{t('draftAlike', alike.length)}</h3>}
      <ul>
        {shown.map(({ one, other, same }) => (
          <li key={`${one} ${other}`}>
            <button type="button" class="link" dir="auto" onClick={() => goTo('phrases', other)}>
              {t(same ? 'draftSame' : 'draftNearly', phraseOf(other), phraseOf(one))}
            </button>
          </li>
        ))}
      </ul>
      {parity && (
        <p>{t('draftParity', parity.title, parity.both, parity.onlyHere, parity.onlyThere)}</p>
      )}
    </aside>
  );
}

type FaultListProps = {
  found: readonly FoundFault[];
  goTo: (list: EditedList, key: number) => void;
};

function FaultList({ found, goTo }: FaultListProps) {
  if (found.length === 0) return null;
  return (
    <ul>
      {found.slice(0, shownAtOnce).map(({ fault, list, key }) => (
        <li key={`${fault.why} ${fault.path.join('.')}`} dir="auto">
          {list !== undefined && key !== undefined ? (
            <button type="button" class="link" onClick={() => goTo(list, key)}>
              {faultText(fault, t)}
            </button>
          ) : (
            faultLine(fault, t)
          )}
        </li>
      ))}
    </ul>
  );
}

type FoundHereProps = { editor: PackEditor; list: EditedList; item: PackItem };

/** What was found in the item that is open. */
export function FoundHere({ editor, list, item }: FoundHereProps) {
  const { faults = [], mild = [] } = editor.inspected.value ?? {};
  const here = [...faults, ...mild].filter((each) => each.list === list && each.key === item.key);
  return (
    <div role="status" class="due">
      {here.map(({ fault }) => (
        <p key={`${fault.why} ${fault.path.join('.')}`} dir="auto">
          {faultText(fault, t)}
        </p>
      ))}
    </div>
  );
}

function textOf(item: PackItem): string {
  const text = item.value['text'];
  return typeof text === 'string' ? text.slice(0, 80) : '';
}
