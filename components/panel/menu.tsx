import { useSignal } from '@preact/signals';
import type { SiteAccess } from '../../lib/panel/site-access';
import { t } from '../ui/texts';

export type MenuVerbs = {
  popOut: (() => void) | undefined;
  openDesk: () => void;
  chooseBox: () => void;
  teachPage: () => void;
  handOver: () => void;
  showKeys: () => void;
};

export function Menu({ site, verbs }: { site: SiteAccess; verbs: MenuVerbs }) {
  const isOpen = useSignal(false);
  const close = () => (isOpen.value = false);
  const item = (text: string, run: () => void) => (
    <button
      type="button"
      onClick={() => {
        close();
        run();
      }}
    >
      {text}
    </button>
  );
  const { always } = site;
  return (
    <div
      class="menu"
      role="group"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) close();
      }}
    >
      {/* No <details>: its own tree would cost a tenth of the first paint. */}
      <button
        type="button"
        aria-label={t('menu')}
        title={t('menu')}
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        ⋯
      </button>
      {isOpen.value && (
        <div class="menu-items">
          {always.value === false && item(t('menuAlways'), () => void site.allow())}
          {always.value === true && item(t('menuForget'), () => void site.forget())}
          {always.value !== undefined && item(t('menuChooseBox'), verbs.chooseBox)}
          {always.value !== undefined && item(t('menuTeach'), verbs.teachPage)}
          {item(t('menuHandOver'), verbs.handOver)}
          {verbs.popOut && item(t('menuPopOut'), verbs.popOut)}
          {item(t('menuDesk'), verbs.openDesk)}
          {item(t('menuKeys'), verbs.showKeys)}
        </div>
      )}
    </div>
  );
}
