import { useSignal } from '@preact/signals';
import type { LayerConflict } from '../../lib/domain/pack-layers';
import type { PackSummary } from '../../lib/domain/pack-summary';
import type { DraftShelf } from '../../lib/panel/draft-shelf';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { t } from '../ui/texts';
import { DraftList } from './draft-list';
import { PackFacts, PackLine } from './pack-line';
import { PackReviewCard } from './pack-review-card';
import { MissingPacks } from './policy-section';
import { UseSection } from './use-section';
import './packs.css';

/** The packs in use, what they are at odds over, and the way in for another one. */
export function PacksPage({ shelf }: { shelf: PackShelf }) {
  const rows = shelf.rows.value;
  if (!shelf.isRead.value) return null;
  return (
    <div class="packs">
      <h2>{t('packsInUse')}</h2>
      <p class="hint">{t('packsIntro')}</p>
      <ol>
        {rows.map((row, index) => (
          <PackLine
            key={row.id}
            shelf={shelf}
            row={row}
            mayMoveUp={rows[index - 1]?.layer === row.layer}
            mayMoveDown={rows[index + 1]?.layer === row.layer}
          />
        ))}
        {shelf.builtIn.value.map((pack) => (
          <BuiltInLine key={pack.id} pack={pack} drafts={shelf.drafts} />
        ))}
      </ol>
      <MissingPacks shelf={shelf} />
      <DraftList shelf={shelf} />
      <Conflicts conflicts={shelf.conflicts.value} />
      <PackReviewCard review={shelf.review} />
      <AddPack shelf={shelf} />
      <UseSection shelf={shelf} />
    </div>
  );
}

function BuiltInLine({ pack, drafts }: { pack: PackSummary; drafts: DraftShelf }) {
  return (
    <li class="pack">
      <div class="row">
        <strong>{pack.title}</strong>
        <small>{t('packBuiltIn')}</small>
      </div>
      <PackFacts {...pack} />
      <div class="actions">
        <Button kind="quiet" onClick={() => void drafts.editBuiltIn(pack.id)}>
          {t('draftEditCopy')}
        </Button>
      </div>
    </li>
  );
}

function conflictText({ is, id, pack, other = '' }: LayerConflict): string {
  switch (is) {
    case 'same-id':
      return t('packConflictSame', id, pack, other);
    case 'locked':
      return t('packConflictLocked', id, pack, other);
    case 'names-nothing':
      return t('packConflictNothing', id, pack);
  }
}

function Conflicts({ conflicts }: { conflicts: readonly LayerConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <section>
      <h2>{t('packConflicts')}</h2>
      <ul class="conflicts">
        {conflicts.map((conflict) => (
          <li key={JSON.stringify(conflict)}>{conflictText(conflict)}</li>
        ))}
      </ul>
    </section>
  );
}

function AddPack({ shelf: { review } }: { shelf: PackShelf }) {
  const url = useSignal('');
  return (
    <section class="settings">
      <h2>{t('packAdd')}</h2>
      <p class="hint">{t('packOffUntil')}</p>
      <FileButton
        label={t('packFile')}
        accept=".json,application/json"
        onFiles={([file]) => void review.readFile(file)}
      />
      <Field
        label={t('packUrl')}
        value={url.value}
        hint={t('packUrlHint')}
        onInput={(typed) => (url.value = typed)}
      />
      <div class="actions">
        <Button onClick={() => void review.readAddress(url.value)}>{t('packFetch')}</Button>
      </div>
      <p class="hint">{t('packUrlPrivacy')}</p>
    </section>
  );
}
