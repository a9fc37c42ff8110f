import { useSignal, useSignalEffect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { usualColumns } from '../../lib/domain/export-column';
import { withProfile } from '../../lib/domain/export-profile';
import type { ExportProfile, FileKind, FilePlan } from '../../lib/domain/export-profile';
import type { LogExport } from '../../lib/panel/log-export';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { MaskChoice } from '../ui/mask-choice';
import { t } from '../ui/texts';
import { Menu } from './menu';
import { ProfileEditor } from './profile-editor';

export type Profiles = {
  kept: ReadonlySignal<readonly ExportProfile[]>;
  keep: (profiles: readonly ExportProfile[]) => void;
};
type ExportMenuProps = { files: LogExport; profiles: Profiles };
/** Undefined: none is changed. `was`: the name it is kept under. */
type Editing = { profile: ExportProfile; was?: string } | undefined;

const newProfile: ExportProfile = {
  name: '',
  columns: usualColumns.map((column) => ({ column, title: '' })),
  mark: true,
};

/** The whole log as a file, masked unless asked otherwise, with its first rows to look at before. */
export function ExportMenu({ files, profiles }: ExportMenuProps) {
  const isOpen = useSignal(false);
  const plan = useSignal<FilePlan>({ kind: 'csv', mask: true });
  const editing = useSignal<Editing>(undefined);
  const choose = (profile: ExportProfile | undefined) => {
    plan.value = { ...plan.value, profile };
    editing.value = undefined;
  };
  const card = useRef<HTMLDivElement>(null);
  const isEditing = editing.value !== undefined;
  useEffect(() => {
    if (!isEditing) return;
    // Back to where it was asked for: what had the keyboard is gone.
    return () => card.current?.querySelector<HTMLElement>('.log-which select')?.focus();
  }, [isEditing]);
  return (
    <Menu title={t('tableExport')} onToggle={(open) => (isOpen.value = open)}>
      {editing.value ? (
        <ProfileEditor
          profile={editing.value.profile}
          onKeep={(profile) => {
            const kept = withProfile(profiles.kept.value, profile, editing.value?.was);
            profiles.keep(kept);
            choose(kept.find(({ name }) => name === profile.name.trim()));
          }}
          onForget={forgetter(editing.value.was, (name) => {
            profiles.keep(profiles.kept.value.filter((each) => each.name !== name));
            choose(undefined);
          })}
          onBack={() => (editing.value = undefined)}
        />
      ) : (
        <div class="card log-export" ref={card}>
          <PlanFields
            plan={plan.value}
            kept={profiles.kept.value}
            onPlan={(next) => (plan.value = next)}
            onEdit={(next) => (editing.value = next)}
          />
          {isOpen.value && <Preview files={files} plan={plan} />}
          <SaveFile files={files} plan={plan.value} />
        </div>
      )}
    </Menu>
  );
}

function forgetter(name: string | undefined, forget: (name: string) => void) {
  return name === undefined ? undefined : () => forget(name);
}

type PlanFieldsProps = {
  plan: FilePlan;
  kept: readonly ExportProfile[];
  onPlan: (plan: FilePlan) => void;
  onEdit: (editing: Editing) => void;
};

function PlanFields({ plan, kept, onPlan, onEdit }: PlanFieldsProps) {
  const { kind, profile } = plan;
  return (
    <>
      <Choice<FileKind>
        label={t('tableFile')}
        value={kind}
        options={[
          { value: 'csv', title: t('tableCsv') },
          { value: 'xlsx', title: t('tableXlsx') },
          { value: 'jsonl', title: t('tableJsonl') },
          { value: 'followUps', title: t('tableFollowUps') },
        ]}
        onChoose={(next) => onPlan({ ...plan, kind: next })}
      />
      {(kind === 'csv' || kind === 'xlsx') && (
        <div class="log-which">
          <Choice
            label={t('profileWhich')}
            value={profile?.name ?? ''}
            options={[
              { value: '', title: t('profileUsual') },
              ...kept.map(({ name }) => ({ value: name, title: name })),
            ]}
            onChoose={(next) =>
              onPlan({ ...plan, profile: kept.find(({ name }) => name === next) })
            }
          />
          <Button
            onClick={() =>
              onEdit(profile ? { profile, was: profile.name } : { profile: newProfile })
            }
          >
            {t(profile ? 'profileChange' : 'profileNew')}
          </Button>
        </div>
      )}
      <MaskChoice masked={plan.mask} onChange={(mask) => onPlan({ ...plan, mask })} />
    </>
  );
}

function Preview({ files, plan }: { files: LogExport; plan: ReadonlySignal<FilePlan> }) {
  const first = useSignal('');
  useSignalEffect(() => {
    let isOver = false;
    const show = (text: string) => {
      // One that was asked for before may come after the next.
      if (!isOver) first.value = text;
    };
    files.preview(plan.value).then(show, (error: unknown) => show(String(error)));
    return () => {
      isOver = true;
    };
  });
  return (
    <label class="field">
      <span>{t('tablePreview')}</span>
      <textarea readOnly rows={6} wrap="off" value={first.value} />
    </label>
  );
}

function SaveFile({ files, plan }: { files: LogExport; plan: FilePlan }) {
  const { value: rows } = files.running;
  if (rows === undefined)
    return (
      <Button kind="main" onClick={() => void files.save(plan)}>
        {t('tableSave')}
      </Button>
    );
  return (
    <div class="row" role="status">
      <p class="number">{t('exportRunning', rows.toLocaleString())}</p>
      <Button onClick={files.stop}>{t('exportStop')}</Button>
    </div>
  );
}
