import type { PackShelf } from '../../lib/panel/pack-shelf';
import { Button } from '../ui/button';
import { FileButton } from '../ui/file-button';
import { spokenLanguage, t } from '../ui/texts';
import { showMoment } from '../ui/time';

/** Packs that are being written, and the ways to begin one. */
export function DraftList({ shelf: { drafts } }: { shelf: PackShelf }) {
  const rows = drafts.rows.value ?? [];
  const unopened = drafts.unopened.value;
  return (
    <section>
      {rows.length > 0 && <h2>{t('draftsTitle')}</h2>}
      <ul class="drafts">
        {rows.map(({ id, title, editedAt }) => (
          <li key={id} class="row">
            <a href={`#packs/${id}`} dir="auto">
              {title === '' ? t('draftUntitled') : title}
            </a>
            <span class="actions">
              <small>{t('draftChangedAt', showMoment(editedAt))}</small>
              <Button kind="quiet" onClick={() => void drafts.discard(id)}>
                {t('draftDiscard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button onClick={() => void drafts.startNew(spokenLanguage())}>{t('draftNew')}</Button>
        <FileButton
          label={t('draftOpenFile')}
          accept=".json,application/json"
          onFiles={([file]) => void drafts.editFile(file)}
        />
      </div>
      {unopened !== undefined && (
        <p class="due" role="alert">
          {t('draftNotOpened', unopened)}
        </p>
      )}
    </section>
  );
}
