// What is stored as a whole, bound to the real browser; loaded when the page is opened.
import type { OpenPrivacy } from '../../components/privacy/privacy-page';
import { showBytes } from '../../components/ui/bytes';
import { t } from '../../components/ui/texts';
import { saveFile } from '../../lib/browser/download';
import { eraseAll } from '../../lib/browser/erase-all';
import { extras } from '../../lib/browser/extras';
import { giveBack, readAccess } from '../../lib/browser/permissions';
import { browserStorage } from '../../lib/browser/storage-room';
import { isNearlyFull } from '../../lib/domain/storage-room';
import type { Notices } from '../../lib/panel/notices';
import type { PrivacyStore, PrivacyWorld } from '../../lib/panel/privacy';

/** One store for as long as the Desk is open: what runs goes on while another page is looked at. */
export function makeOpenPrivacy({ memory }: Pick<PrivacyWorld, 'memory'>): OpenPrivacy {
  let opened: Promise<PrivacyStore> | undefined;
  return () => {
    opened ??= import('../../lib/panel/privacy').then(({ createPrivacy }) =>
      createPrivacy({
        memory,
        storage: browserStorage,
        access: { read: readAccess, giveBack },
        eraseAll,
        saveFile,
        extras,
        now: Date.now,
      }),
    );
    return opened;
  };
}

/** Said wherever the Desk is open: when there is no room, nothing can be saved any more. */
export async function warnWhenFull(notices: Notices): Promise<void> {
  const room = await browserStorage.measure();
  if (!isNearlyFull(room)) return;
  const text = t('storageNear', showBytes(room.used), showBytes(room.quota));
  notices.show({ about: 'told', text });
}
