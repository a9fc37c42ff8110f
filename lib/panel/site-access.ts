// Whether this site may be read without clicking the icon each time, and the switch for it.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Session } from './session';

export type SitePermissions = {
  isAllowed(url: string): Promise<boolean>;
  /** Must be called first thing in a click: the browser asks the user. */
  allowSite(url: string): Promise<boolean>;
  forgetSite(url: string): Promise<boolean>;
};

export type SiteAccess = {
  /** Undefined while there is no page to speak of. */
  always: ReadonlySignal<boolean | undefined>;
  allow(): Promise<void>;
  forget(): Promise<void>;
};

export function createSiteAccess(session: Session, permissions: SitePermissions): SiteAccess {
  const always = signal<boolean | undefined>();
  const look = async (url: string) => {
    const allowed = url === '' ? undefined : await permissions.isAllowed(url);
    if (url === session.url.peek()) always.value = allowed;
  };
  effect(() => void look(session.url.value));
  return {
    always,
    allow: async () => {
      const url = session.url.value;
      if (await permissions.allowSite(url)) session.retry();
      await look(url);
    },
    forget: async () => {
      const url = session.url.value;
      await permissions.forgetSite(url);
      await look(url);
    },
  };
}
