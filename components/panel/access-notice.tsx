import type { MemoryRefusal, MemoryState } from '../../lib/panel/live';
import type { Access } from '../../lib/panel/session';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const accessTexts: Record<Exclude<Access, 'reading'>, TextKey> = {
  connecting: 'connecting',
  'not-allowed': 'notAllowed',
  'browser-page': 'browserPage',
  'no-tab': 'noTab',
  'insert-only': 'insertOnly',
  'read-only': 'readOnly',
  'nothing-found': 'nothingFound',
};

const memoryTexts: Record<MemoryRefusal, TextKey> = {
  'taken-over': 'memoryTakenOver',
  'storage-blocked': 'memoryStorageBlocked',
  'storage-full': 'memoryStorageFull',
  'newer-data': 'memoryNewerData',
  'storage-broken': 'memoryStorageBroken',
};

const withoutBox = new Set<Access>(['read-only', 'nothing-found']);

type AccessNoticeProps = {
  access: Access;
  memory: MemoryState;
  /** The keys that open the panel; empty where the browser gave it none. */
  openKey?: string;
  /** How many rows of the log cannot be read. */
  broken?: number;
  /** The way out where no reply box was found. */
  onChooseBox?: () => void;
};

/** What is not possible here, why, and the way out. Nothing where all is well. */
export function AccessNotice({
  access,
  memory,
  openKey = '',
  broken = 0,
  onChooseBox,
}: AccessNoticeProps) {
  const refused = memory.is === 'opened' && !memory.ok ? memory.reason : undefined;
  const isBlocked = memory.is === 'opening' && memory.isBlocked === true;
  if (access === 'reading' && !refused && !isBlocked && broken === 0) return null;
  return (
    <div class="access" role="status">
      {access !== 'reading' && <p>{accessText(access, openKey)}</p>}
      {onChooseBox && withoutBox.has(access) && (
        <Button onClick={onChooseBox}>{t('menuChooseBox')}</Button>
      )}
      {refused && <p>{t(memoryTexts[refused])}</p>}
      {broken > 0 && <p>{t('brokenShort', broken)}</p>}
      {isBlocked && <p>{t('memoryBlocked')}</p>}
    </div>
  );
}

function accessText(access: Exclude<Access, 'reading'>, openKey: string): string {
  if (access === 'not-allowed' && openKey !== '') return t('notAllowedKey', openKey);
  return t(accessTexts[access]);
}
