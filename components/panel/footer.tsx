import { Key } from '../ui/key';
import { t } from '../ui/texts';

type FooterProps = {
  onSearch: () => void;
  onRefuse: () => void;
  onHold: () => void;
  onLog: () => void;
  onDue: () => void;
  onKeys: () => void;
};

/** What is one key away. */
export function Footer({ onSearch, onRefuse, onHold, onLog, onDue, onKeys }: FooterProps) {
  const action = (name: string, hotkey: string, run: () => void) => (
    <button type="button" aria-keyshortcuts={hotkey} onClick={run}>
      <Key name={hotkey} /> <span>{name}</span>
    </button>
  );
  return (
    <footer>
      {action(t('search'), '/', onSearch)}
      {action(t('refuse'), 'R', onRefuse)}
      {action(t('hold'), 'H', onHold)}
      {action(t('log'), 'L', onLog)}
      {action(t('due'), 'D', onDue)}
      {action(t('keysTitle'), '?', onKeys)}
    </footer>
  );
}
