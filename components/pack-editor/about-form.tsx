import { aboutOf, textsOf, wordsOf } from '../../lib/domain/pack-document';
import { compareVersions } from '../../lib/domain/pack-summary';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import type { OpenedEditor } from './opened';
import { LinesField } from './lines-field';

/** What the pack is called, by whom it is, in which language. */
export function AboutForm({ editor, keptVersion }: OpenedEditor) {
  const about = (key: string) => aboutOf(editor.document.value, key);
  const set = (key: string, value: unknown) => editor.edit({ is: 'about', key, value });
  const orNothing = (text: string) => (text === '' ? undefined : text);
  const kept = keptVersion(about('id'));
  const version = wordsOf(about('version'));
  const isOld = kept !== undefined && editor.canUndo.value && compareVersions(version, kept) <= 0;
  return (
    <div class="item-form" onFocusOut={editor.settle}>
      <Field
        label={t('draftTitle')}
        value={wordsOf(about('title'))}
        onInput={(title) => set('title', title)}
      />
      <Field
        label={t('draftPackId')}
        value={wordsOf(about('id'))}
        onInput={(id) => set('id', id)}
      />
      <p class="hint">{t('draftPackIdHint')}</p>
      <Field label={t('draftVersion')} value={version} onInput={(next) => set('version', next)} />
      {isOld && (
        <div class="actions due">
          {t('draftVersionOld', kept)}
          <Button onClick={() => set('version', raised(kept))}>
            {t('draftRaise', raised(kept))}
          </Button>
        </div>
      )}
      <Choice
        label={t('draftLanguage')}
        value={wordsOf(about('language'))}
        options={[
          { value: 'en', title: t('language_en') },
          { value: 'zh-CN', title: t('language_zh') },
        ]}
        onChoose={(language) => set('language', language)}
      />
      <LinesField
        label={t('draftAuthors')}
        lines={textsOf(about('authors'))}
        onChange={(authors) => set('authors', authors.length === 0 ? undefined : authors)}
      />
      <Field
        label={t('draftLicence')}
        value={wordsOf(about('licence'))}
        onInput={(licence) => set('licence', orNothing(licence))}
      />
      <p class="hint">{t('draftOtherParts')}</p>
    </div>
  );
}

function raised(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}
