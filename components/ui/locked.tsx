import type { ComponentChildren } from 'preact';
import { t } from './texts';

/** What the organisation's policy has set is shown as it is, out of reach, with the reason. */
export function Locked({ is, children }: { is: boolean; children: ComponentChildren }) {
  if (!is) return <>{children}</>;
  return (
    <fieldset class="locked" disabled>
      {children}
      <p class="hint">{t('policyLocked')}</p>
    </fieldset>
  );
}
