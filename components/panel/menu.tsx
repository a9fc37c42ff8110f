import { useRef } from 'preact/hooks';
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
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
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
    <details
      class="menu"
      ref={details}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) close();
      }}
    >
      <summary aria-label={t('menu')} title={t('menu')}>
        ⋯
      </summary>
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
    </details>
  );
}
