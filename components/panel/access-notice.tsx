import type { MemoryRefusal, MemoryState } from '../../lib/panel/live';
import type { Access } from '../../lib/panel/session';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const shortcut = 'Alt+Shift+C';

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
  'storage-blocked': 'memoryStorageBlocked',
  'storage-full': 'memoryStorageFull',
  'newer-data': 'memoryNewerData',
  'storage-broken': 'memoryStorageBroken',
};

/** What is not possible here, why, and the way out. Nothing where all is well. */
export function AccessNotice({ access, memory }: { access: Access; memory: MemoryState }) {
  const refused = memory.is === 'opened' && !memory.ok ? memory.reason : undefined;
  if (access === 'reading' && !refused) return null;
  return (
    <div class="access" role="status">
      {access !== 'reading' && <p>{t(accessTexts[access], shortcut)}</p>}
      {refused && <p>{t(memoryTexts[refused])}</p>}
    </div>
  );
}
