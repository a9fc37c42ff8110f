import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { State } from '../../lib/domain/complaint-choices';
import { fieldKinds } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import { timelineOf } from '../../lib/domain/timeline';
import type { Notices } from '../../lib/panel/notices';
import type { Changed, KeptRecord, RecordStore } from '../../lib/panel/record';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { fieldTitle, listText, valueText } from './field-texts';
import { GapList } from './gap-list';
import type { Categories, Lists } from './record-field';
import { RecordForm } from './record-form';
import { RecordSheet } from './record-sheet';
import { ShareRecord } from './share-record';
import { StageRail } from './stage-rail';
import { TimelineList } from './timeline-list';
import { TypicalCase } from './typical-case';
import type { TypicalCaseProps } from './typical-case';

export type RecordVerbs = Pick<TypicalCaseProps, 'copy' | 'save'> & {
  /** To the log, or to another record. */
  back: () => void;
  go: (number: number) => void;
  print: () => void;
  categories: Categories;
  lists: Lists;
};

type RecordBodyProps = {
  kept: KeptRecord;
  record: RecordStore;
  notices: Notices;
  verbs: RecordVerbs;
};

export function RecordBody({ kept, record, notices, verbs }: RecordBodyProps) {
  const { complaint, history, events } = kept;
  const hidden = useSignal(true);
  const wanted = useSignal<readonly string[]>([]);
  const timeline = useMemo(
    () => timelineOf(complaint, history, events),
    [complaint, history, events],
  );
  const titleOf = (category: string) =>
    verbs.categories.find(({ id }) => id === category)?.title ?? category;

  const tell = (text: string, undo?: () => void) =>
    notices.show(undo ? { about: 'told', text, undo } : { about: 'told', text });
  const undo = async () => {
    const done = await record.undo();
    if (done.ok) tell(t('recordUndone'));
    else tell('gone' in done ? t('recordNothingToUndo') : refusalText(done));
  };
  const after = (done: Changed, text: string): boolean => {
    wanted.value = done.ok || 'gone' in done ? [] : [...done.missing, ...done.invalid];
    tell(done.ok ? text : refusalText(done), done.ok ? () => void undo() : undefined);
    return done.ok;
  };
  const edit: RecordStore['edit'] = async (fields) => {
    const done = await record.edit(fields);
    after(done, t('recordChanged', listText(Object.keys(fields).map(fieldTitle))));
    return done;
  };
  const move = async (to: State) => {
    const done = await record.move(to);
    const [first] = done.ok || 'gone' in done ? [] : done.missing;
    if (first === undefined) return void after(done, t('recordMoved', t(`state_${to}`)));
    wanted.value = 'missing' in done ? done.missing : [];
    focusField(first);
  };
  const reopen = async () => {
    const done = await record.reopen();
    after(done, t('recordReopened', done.ok ? valueText('state', done.complaint.state) : ''));
  };
  const back = () => {
    // What is being written is kept when its field is left.
    const typing = document.activeElement;
    if (typing instanceof HTMLElement && typing.matches('input, textarea, select')) typing.blur();
    else verbs.back();
  };
  /** To a field that may be hidden: it is shown first. */
  const lead = (field: Field) => {
    if (fieldKinds[field].is === 'person') hidden.value = false;
    requestAnimationFrame(() => focusField(field));
  };
  const toggle = () => (hidden.value = !hidden.value);
  useHotkeys({
    g: () => document.querySelector<HTMLButtonElement>('.stages .button.main')?.click(),
    o: () => void reopen(),
    z: () => void undo(),
    p: verbs.print,
    v: toggle,
    j: () => verbs.go(complaint.number + 1),
    k: () => verbs.go(complaint.number - 1),
    Escape: back,
  });

  return (
    <article class="record" aria-label={t('recordTitle', complaint.number)}>
      <div class="row">
        <h2>{t('recordTitle', complaint.number)}</h2>
        <div class="actions">
          <Button kind="quiet" onClick={verbs.back} hotkey="Esc">
            {t('recordBack')}
          </Button>
          <Button kind="quiet" onClick={() => verbs.go(complaint.number - 1)} hotkey="K">
            {t('recordPrevious')}
          </Button>
          <Button kind="quiet" onClick={() => verbs.go(complaint.number + 1)} hotkey="J">
            {t('recordFollowing')}
          </Button>
          <Button kind="quiet" onClick={toggle} hotkey="V">
            {t(hidden.value ? 'recordShow' : 'recordHide')}
          </Button>
          <Button kind="quiet" onClick={verbs.print} hotkey="P">
            {t('recordPrint')}
          </Button>
          <Button kind="quiet" onClick={() => void undo()} hotkey="Z">
            {t('recordUndo')}
          </Button>
        </div>
      </div>
      <p class="origin">
        {t('titled', t('receivedAt'), valueText('receivedAt', complaint.receivedAt))}
        {complaint.channel && ` · ${t('titled', t('channel'), complaint.channel)}`}
        {complaint.reopened > 0 && ` · ${t('titled', t('reopened'), complaint.reopened)}`}
      </p>
      <StageRail
        complaint={complaint}
        onMove={(to) => void move(to)}
        onReopen={() => void reopen()}
        onField={focusField}
      />
      <RecordForm
        complaint={complaint}
        categories={verbs.categories}
        lists={verbs.lists}
        hidden={hidden.value}
        wanted={wanted.value}
        onChange={async (field, value) => (await edit({ [field]: value })).ok}
      />
      <TypicalCase
        complaint={complaint}
        timeline={timeline}
        titleOf={titleOf}
        onTag={(tags) => void edit({ tags: [...tags] })}
        copy={verbs.copy}
        save={verbs.save}
      />
      <ShareRecord complaint={complaint} titleOf={titleOf} copy={verbs.copy} />
      <GapList complaint={complaint} onField={lead} />
      <RecordSheet complaint={complaint} hidden={hidden.value} titleOf={titleOf} />
      <TimelineList entries={timeline} who={complaint.who} hidden={hidden.value} />
    </article>
  );
}

function refusalText(done: Exclude<Changed, { ok: true }>): string {
  if ('gone' in done) return t('recordGone');
  const [names, invalid] = [done.missing, done.invalid].map((all) => listText(all.map(fieldTitle)));
  return invalid ? t('recordInvalid', invalid) : t('recordRefused', names ?? '');
}

function focusField(field: string): void {
  document.getElementById(`record-${field}`)?.focus();
}
