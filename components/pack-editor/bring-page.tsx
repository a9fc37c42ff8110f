import { bringFields, bringFormats } from '../../lib/domain/brought';
import type { BringColumns, BringField, BringFormat } from '../../lib/domain/brought';
import { placeSchema } from '../../lib/domain/pack';
import type { BringIn, Tried } from '../../lib/panel/bring-in';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FileButton } from '../ui/file-button';
import { t } from '../ui/texts';
import { placeText } from './place-text';

const formatTexts = {
  csv: 'bring_csv',
  chatwoot: 'bring_chatwoot',
  zammad: 'bring_zammad',
  'live-helper-chat': 'bring_live_helper_chat',
  zendesk: 'bring_zendesk',
  espanso: 'bring_espanso',
} as const;
const problemTexts = {
  'not-this': 'bringWhy_not_this',
  empty: 'bringWhy_empty',
  'too-long': 'bringWhy_too_long',
  hidden: 'bringWhy_hidden',
  brace: 'bringWhy_brace',
  twice: 'bringWhy_twice',
  shortcut: 'bringWhy_shortcut',
  place: 'bringWhy_place',
  'left-out': 'bringWhy_left_out',
} as const;
const shownAtOnce = 20;

/** Phrases from another tool: what a file would bring is seen before any of it is taken. */
export function BringPage({ bring }: { bring: BringIn }) {
  const tried = bring.tried.value;
  return (
    <div class="item-form bring">
      <p class="hint">{t('bringIntro')}</p>
      <FileButton
        label={t('bringFile')}
        accept=".csv,.tsv,.txt,.json,.yml,.yaml"
        onFiles={([file]) => void bring.choose(file)}
      />
      <div role="status">
        {bring.unread.value !== undefined && (
          <p class="due">{t('bringUnread', bring.unread.value)}</p>
        )}
        {bring.taken.value !== undefined && <p>{t('bringTaken', bring.taken.value)}</p>}
        {tried && <p>{t('bringWould', tried.name, tried.phrases.length)}</p>}
      </div>
      {tried && <DryRun tried={tried} bring={bring} />}
    </div>
  );
}

function DryRun({ tried, bring }: { tried: Tried; bring: BringIn }) {
  const { format, table, place, phrases, problems } = tried;
  return (
    <>
      <div class="fields">
        <Choice<BringFormat>
          label={t('bringFormat')}
          value={format}
          options={bringFormats.map((each) => ({ value: each, title: t(formatTexts[each]) }))}
          onChoose={bring.setFormat}
        />
        <Choice
          label={t('bringPlace')}
          value={place}
          options={placeSchema.options.map((each) => ({ value: each, title: t(placeText(each)) }))}
          onChoose={bring.setPlace}
        />
      </div>
      {table && <Columns {...table} onChange={bring.setColumns} />}
      <ol class="brought">
        {phrases.slice(0, shownAtOnce).map(({ id, text, shortcut, note }) => (
          <li key={id} dir="auto">
            {text}
            <small>
              {shortcut !== undefined && ` /${shortcut}`}
              {note !== undefined && ` · ${note}`}
            </small>
          </li>
        ))}
      </ol>
      {phrases.length > shownAtOnce && <p>{t('bringMore', phrases.length - shownAtOnce)}</p>}
      {problems.length > 0 && (
        <>
          <h3>{t('bringProblems', problems.length)}</h3>
          <ul class="faults">
            {problems.slice(0, 10 * shownAtOnce).map(({ line, why, what }) => (
              <li key={`${line} ${why}`} dir="auto">
                {t('packFaultLine', line, t(problemTexts[why], what))}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <Button kind="main" disabled={phrases.length === 0} onClick={bring.take}>
          {t('bringTake', phrases.length)}
        </Button>
        <Button onClick={bring.leave}>{t('packLeave')}</Button>
      </div>
    </>
  );
}

type ColumnsProps = {
  header: readonly string[];
  columns: BringColumns;
  onChange: (columns: BringColumns) => void;
};

function Columns({ header, columns, onChange }: ColumnsProps) {
  const none = { value: '', title: t('bringNoColumn') };
  const options = header.map((name, at) => ({ value: String(at), title: name || `${at + 1}` }));
  const set = (field: BringField, value: string) => {
    const { [field]: _, ...rest } = columns;
    onChange(value === '' ? rest : { ...rest, [field]: Number(value) });
  };
  return (
    <div class="fields">
      {bringFields.map((field) => (
        <Choice
          key={field}
          label={t(`bringField_${field}`)}
          value={String(columns[field] ?? '')}
          options={[none, ...options]}
          onChoose={(value) => set(field, value)}
        />
      ))}
    </div>
  );
}
