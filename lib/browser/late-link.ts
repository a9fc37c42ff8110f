// Opens the line to a tab once its code is loaded: nothing of it is needed to show the panel.
import type { PageLink, PageState } from './page-link';

/** As `openPageLink`; what is asked before the code is there waits for it. */
export function openLateLink(
  tabId: number,
  onState: (state: PageState) => void,
  signal: AbortSignal,
): PageLink {
  const opening = import('./page-link').then(({ openPageLink }) =>
    signal.aborted ? undefined : openPageLink(tabId, onState, signal),
  );
  const gone = { ok: false, reason: 'disconnected' } as const;
  return {
    insertText: async (...ask) => (await opening)?.insertText(...ask) ?? gone,
    replaceText: async (...ask) => (await opening)?.replaceText(...ask) ?? gone,
    pick: async (...how) => (await opening)?.pick(...how) ?? null,
    stopPicking: () => void opening.then((link) => link?.stopPicking()),
    deriveSite: async (...how) => (await opening)?.deriveSite(...how) ?? gone,
    readBy: async (taught) => (await opening)?.readBy(taught),
    retry: () => void opening.then((link) => link?.retry()),
  };
}
