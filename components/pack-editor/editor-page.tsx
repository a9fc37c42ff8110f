import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { aboutOf, itemsOf } from '../../lib/domain/pack-document';
import type { PackEditor } from '../../lib/panel/pack-editor';
import { PackReviewCard } from '../packs/pack-review-card';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { AboutForm } from './about-form';
import { BringPage } from './bring-page';
import { Findings } from './findings';
import { ItemForm } from './item-form';
import { ItemList } from './item-list';
import type { OpenEditor, OpenedEditor } from './opened';
import { tabs } from './tabs';
import type { Chosen, Tab } from './tabs';
import './pack-editor.css';

/** A pack being written, at its own address. */
export function EditorPage({ id, open }: { id: number; open: OpenEditor }) {
  const opened = useSignal<{ value: OpenedEditor | undefined } | undefined>(undefined);
  useEffect(() => {
    const ended = new AbortController();
    void open(id, ended.signal).then((value) => {
      if (!ended.signal.aborted) opened.value = { value };
    });
    return () => {
      opened.value = undefined;
      ended.abort();
    };
  }, [opened, open, id]);
  if (!opened.value) return null;
  if (opened.value.value) return <Editor {...opened.value.value} />;
  return (
    <p class="empty">
      {t('draftGone')} <a href="#packs">{t('deskPacks')}</a>
    </p>
  );
}

function Editor(props: OpenedEditor) {
  const { editor } = props;
  const chosen = useSignal<Chosen>({ tab: 'phrases', key: undefined });
  const tab = useComputed(() => chosen.value.tab);
  useUndoKeys(editor);
  const list = tab.value === 'about' || tab.value === 'bring' ? undefined : tab.value;
  return (
    <div class="pack-editor">
      <Head {...props} />
      <nav class="tabs" aria-label={t('draftParts')}>
        {tabs.map((each) => (
          <TabButton key={each} tab={each} editor={editor} chosen={chosen} />
        ))}
      </nav>
      <div class={list ? 'workplace' : 'workplace about'}>
        {list && <ItemList key={list} editor={editor} list={list} chosen={chosen} />}
        {list && <ItemForm {...props} list={list} chosen={chosen} />}
        {tab.value === 'about' && <AboutForm {...props} />}
        {tab.value === 'bring' && <BringPage bring={props.bring} />}
        <Findings editor={editor} chosen={chosen} />
      </div>
    </div>
  );
}

/** Undo is the pack's, wherever the caret stands. */
function useUndoKeys(editor: PackEditor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isUndo && !isRedo) return;
      event.preventDefault();
      if (isUndo) editor.undo();
      else editor.redo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [editor]);
}

function Head(props: OpenedEditor) {
  const { editor, review, saveFile, take, back } = props;
  const title = aboutOf(editor.document.value, 'title');
  return (
    <>
      <div class="row">
        <h2 dir="auto">{typeof title === 'string' && title !== '' ? title : t('draftUntitled')}</h2>
        <span class="actions">
          <Button disabled={!editor.canUndo.value} onClick={editor.undo} hotkey="Ctrl Z">
            {t('undo')}
          </Button>
          <Button disabled={!editor.canRedo.value} onClick={editor.redo} hotkey="Ctrl Y">
            {t('redo')}
          </Button>
        </span>
      </div>
      <p class="hint">{t('draftKept')}</p>
      {editor.unkept.value !== undefined && (
        <p class="due" role="alert">
          {t('draftUnkept', editor.unkept.value)}
        </p>
      )}
      {editor.isFromElsewhere.value && (
        <p class="due" role="status">
          {t('draftElsewhere')}
        </p>
      )}
      <div class="actions">
        <Button kind="main" onClick={() => take('team')}>
          {t('draftTakeTeam')}
        </Button>
        <Button onClick={() => take('personal')}>{t('draftTakePersonal')}</Button>
        <Button onClick={saveFile}>{t('draftSave')}</Button>
        <Button kind="quiet" onClick={back}>
          {t('draftBack')}
        </Button>
      </div>
      <PackReviewCard review={review} />
    </>
  );
}

type TabButtonProps = { tab: Tab; editor: PackEditor; chosen: { value: Chosen } };

function TabButton({ tab, editor, chosen }: TabButtonProps) {
  const count =
    tab === 'about' || tab === 'bring' ? undefined : itemsOf(editor.document.value, tab).length;
  return (
    <button
      type="button"
      class="tab"
      aria-pressed={chosen.value.tab === tab}
      onClick={() => (chosen.value = { tab, key: undefined })}
    >
      {t(`draftTab_${tab}`)}
      {count !== undefined && <small class="number"> {count}</small>}
    </button>
  );
}
