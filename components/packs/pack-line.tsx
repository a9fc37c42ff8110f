import { packLayerSchema } from '../../lib/domain/kept-pack';
import type { KeptPack, KeptVersion } from '../../lib/domain/kept-pack';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';
import { isAlarm, lookText } from './look-text';

type PackLineProps = { shelf: PackShelf; row: KeptPack; mayMoveUp: boolean; mayMoveDown: boolean };

/** One pack over the built-in ones, with all that can be done with it. */
export function PackLine({ shelf, row, mayMoveUp, mayMoveDown }: PackLineProps) {
  const { id, title, layer, enabled, policy } = row;
  const isLocked = policy?.locked === true;
  const versions = shelf.versions.value;
  const other = layer === 'team' ? 'personal' : 'team';
  return (
    <li class="pack">
      <div class="row">
        <label class="check">
          <input
            type="checkbox"
            checked={enabled}
            disabled={isLocked}
            aria-label={t('packEnabled', title)}
            onChange={(event) => void shelf.setEnabled(id, event.currentTarget.checked)}
          />
          <strong dir="auto">{title}</strong>
        </label>
        <span class="actions">
          <select
            aria-label={t('packLayer')}
            value={layer}
            disabled={isLocked}
            onChange={() => void shelf.setLayer(id, other)}
          >
            {packLayerSchema.options.map((each) => (
              <option key={each} value={each}>
                {t(`packLayer_${each}`)}
              </option>
            ))}
          </select>
          <Mover
            up
            label={t('packUp', title)}
            can={mayMoveUp && !isLocked}
            move={() => shelf.move(id, 1)}
          />
          <Mover
            label={t('packDown', title)}
            can={mayMoveDown && !isLocked}
            move={() => shelf.move(id, -1)}
          />
        </span>
      </div>
      <PackFacts {...row} />
      {row.signer !== undefined && <small>{t('packSigned', row.signer)}</small>}
      {shelf.unusable.value.has(id) && <p class="due">{t('packUnusable')}</p>}
      {policy && <p class="hint">{t(isLocked ? 'policyPackLocked' : 'policyPack')}</p>}
      <Source shelf={shelf} row={row} />
      <div class="actions">
        <Button kind="quiet" onClick={() => void shelf.drafts.edit(row)}>
          {t('draftEdit')}
        </Button>
        <Button kind="quiet" onClick={() => void shelf.showVersions(row)}>
          {t('packVersions')}
        </Button>
        <Button kind="quiet" onClick={() => void shelf.save(row)}>
          {t('packExport')}
        </Button>
        <Button kind="quiet" disabled={isLocked} onClick={() => void shelf.remove(row)}>
          {t('packRemove')}
        </Button>
      </div>
      {versions?.id === id && (
        <Versions all={versions.all} onChoose={(n) => void shelf.review.showVersion(row, n)} />
      )}
    </li>
  );
}

type Facts = Pick<KeptPack, 'version' | 'language' | 'licence'> & {
  authors: readonly string[];
  counts: Readonly<Record<string, number>>;
};

/** What a pack is, in a line. */
export function PackFacts({ version, language, authors, licence, counts }: Facts) {
  const { phrases = 0, rewrites = 0, cues = 0 } = counts;
  const facts = [
    version,
    t(language === 'en' ? 'language_en' : 'language_zh'),
    t('packCounts', phrases, rewrites, cues),
    ...(authors.length > 0 ? [t('packAuthors', authors.join(', '))] : []),
    ...(licence === '' ? [] : [licence]),
  ];
  return <small dir="auto">{facts.join(' · ')}</small>;
}

type MoverProps = { up?: boolean; label: string; can: boolean; move: () => Promise<void> };

function Mover({ up = false, label, can, move }: MoverProps) {
  return (
    <button
      type="button"
      class="button quiet"
      disabled={!can}
      aria-label={label}
      onClick={() => void move()}
    >
      {up ? '↑' : '↓'}
    </button>
  );
}

function Source({ shelf: { review }, row }: { shelf: PackShelf; row: KeptPack }) {
  const { source } = row;
  if (!source) return null;
  const { url, lookedAt, failed, offered } = source;
  return (
    <div class="source">
      <small>
        {t('packFrom', url)}
        {lookedAt !== undefined && ` · ${t('packLookedAt', showMoment(lookedAt))}`}
      </small>
      {failed && <p class={isAlarm(failed) ? 'alarm' : 'due'}>{lookText(failed)}</p>}
      {offered !== undefined && <p>{t('packOffered', offered)}</p>}
      <div class="actions">
        {offered !== undefined && (
          <Button kind="main" onClick={() => void review.showOffer(row)}>
            {t('packSeeOffer')}
          </Button>
        )}
        <Button onClick={() => void review.look(row)}>{t('packLook')}</Button>
      </div>
    </div>
  );
}

type VersionsProps = { all: readonly KeptVersion[]; onChoose: (n: number) => void };

function Versions({ all, onChoose }: VersionsProps) {
  if (all.length === 0) return <p class="hint">{t('packNoVersions')}</p>;
  return (
    <ul class="versions">
      {all.map(({ n, version, takenAt }) => (
        <li key={n}>
          <Button onClick={() => onChoose(n)}>{t('packGoBack', version)}</Button>
          <small>{t('packTakenAt', showMoment(takenAt))}</small>
        </li>
      ))}
    </ul>
  );
}
