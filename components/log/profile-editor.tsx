import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { exportColumns, isExportColumn } from '../../lib/domain/export-column';
import { moveColumn } from '../../lib/domain/export-profile';
import type { ExportProfile, ProfileColumn } from '../../lib/domain/export-profile';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { exportTitle } from './export-titles';

type ProfileEditorProps = {
  profile: ExportProfile;
  onKeep: (profile: ExportProfile) => void;
  /** Missing for one that is not kept yet. */
  onForget?: (() => void) | undefined;
  onBack: () => void;
};

/** Which columns a file has, under which titles and in which order. */
export function ProfileEditor({ profile, onKeep, onForget, onBack }: ProfileEditorProps) {
  const draft = useSignal(profile);
  const change = (part: Partial<ExportProfile>) => (draft.value = { ...draft.value, ...part });
  const { name, columns, mark } = draft.value;
  const form = useRef<HTMLFormElement>(null);
  // What was pressed to come here is gone, and with it the place of the keyboard.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="card log-profile"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(draft.value);
      }}
    >
      <Field
        label={t('profileName')}
        value={name}
        maxLength={60}
        onInput={(next) => change({ name: next })}
      />
      <ColumnList columns={columns} onChange={(next) => change({ columns: next })} />
      <label class="check">
        <input
          type="checkbox"
          checked={mark}
          onChange={(event) => change({ mark: event.currentTarget.checked })}
        />
        {t('profileMark')}
      </label>
      <div class="row">
        <Button type="submit" kind="main" disabled={name.trim() === '' || columns.length === 0}>
          {t('profileKeep')}
        </Button>
        <Button onClick={onBack}>{t('profileBack')}</Button>
        {onForget && (
          <Button kind="quiet" onClick={onForget}>
            {t('profileForget')}
          </Button>
        )}
      </div>
    </form>
  );
}

type ColumnListProps = {
  columns: readonly ProfileColumn[];
  onChange: (columns: readonly ProfileColumn[]) => void;
};

function ColumnList({ columns, onChange }: ColumnListProps) {
  const left = exportColumns.filter((each) => !columns.some(({ column }) => column === each));
  return (
    <>
      <ol class="log-columns" aria-label={t('tableColumns')}>
        {columns.map((each, index) => (
          <ColumnLine
            key={each.column}
            column={each}
            onTitle={(title) => onChange(columns.with(index, { ...each, title }))}
            onMove={(by) => onChange(moveColumn(columns, index, by))}
            onRemove={() => onChange(columns.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <Choice
        label={t('profileAdd')}
        value=""
        options={[
          { value: '', title: '–' },
          ...left.map((column) => ({ value: column, title: exportTitle(column) })),
        ]}
        onChoose={(column) => onChange([...columns, { column, title: '' }])}
      />
    </>
  );
}

type ColumnLineProps = {
  column: ProfileColumn;
  onTitle: (title: string) => void;
  /** Up or down by so many. */
  onMove: (by: number) => void;
  onRemove: () => void;
};

function ColumnLine({ column: { column, title }, onTitle, onMove, onRemove }: ColumnLineProps) {
  const usual = isExportColumn(column) ? exportTitle(column) : column;
  const press = (sign: string, label: string, onPress: () => void) => (
    <button
      type="button"
      class="link"
      aria-label={t('titled', label, usual)}
      title={label}
      onClick={onPress}
    >
      {sign}
    </button>
  );
  return (
    <li>
      <input
        type="text"
        aria-label={t('profileTitle', usual)}
        placeholder={usual}
        value={title}
        maxLength={80}
        onInput={(event) => onTitle(event.currentTarget.value)}
      />
      {press('↑', t('profileUp'), () => onMove(-1))}
      {press('↓', t('profileDown'), () => onMove(1))}
      {press('×', t('profileRemove'), onRemove)}
    </li>
  );
}
