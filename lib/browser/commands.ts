// The keys that work while the page has the focus, as the browser and its user have set them.
import { browser } from 'wxt/browser';
import { commandNames } from '../domain/command';
import type { AssignedKeys, Command } from '../domain/command';

/** The keys of each command; empty where the browser gave it none. */
export async function assignedKeys(): Promise<AssignedKeys> {
  const commands = await browser.commands.getAll();
  const keyOf = (command: string) => commands.find(({ name }) => name === command)?.shortcut ?? '';
  return {
    open: keyOf('_execute_action'),
    'insert-first': keyOf('insert-first'),
    'start-hold': keyOf('start-hold'),
  };
}

/** Tells of commands pressed in the window of this panel; with several windows each panel minds its own. */
export function onCommand(run: (command: Command) => void, signal: AbortSignal): void {
  const here = browser.windows.getCurrent();
  const pressed = async (name: string, windowId: number | undefined) => {
    const command = commandNames.find((each) => each === name);
    const { id } = await here;
    if (command && !signal.aborted && (windowId === undefined || windowId === id)) run(command);
  };
  const listener = (name: string, tab?: { windowId?: number | undefined }) =>
    void pressed(name, tab?.windowId);
  browser.commands.onCommand.addListener(listener);
  signal.addEventListener('abort', () => browser.commands.onCommand.removeListener(listener));
}
