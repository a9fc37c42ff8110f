// What an agent does in a box, done for them: typing, pasting, undoing; and telling the page of it. A way to write
// tells whether the editor took it upon itself, and may finish later.
import { isFocused, type Field } from './editable';

/** Commands go to whatever has the focus: where the page keeps it elsewhere, they would write into another box. */
function command(box: HTMLElement, name: 'insertText' | 'delete' | 'undo', text?: string) {
  if (box.isConnected && isFocused(box)) box.ownerDocument.execCommand(name, false, text);
}

export function typeText(box: HTMLElement, text: string): false {
  if (text === '') command(box, 'delete');
  else command(box, 'insertText', text);
  return false;
}

/** Whether the editor took the paste. Firefox reads only the old `data` and `dataType`, Chromium only `clipboardData`. */
export function paste(box: HTMLElement, text: string): boolean {
  const { DataTransfer, ClipboardEvent } = windowOf(box);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const how = { bubbles: true, cancelable: true, composed: true };
  const init = { clipboardData, dataType: 'text/plain', data: text, ...how };
  return !box.dispatchEvent(new ClipboardEvent('paste', init));
}

/** Some editors copy the text into their model on key events alone (Trumbowyg 2.31, seen 2026-11-21). */
export function announce(box: HTMLElement) {
  const { KeyboardEvent } = windowOf(box);
  const init = { key: 'Unidentified', bubbles: true, composed: true };
  box.dispatchEvent(new KeyboardEvent('keyup', init));
}

export function tellFocus(box: HTMLElement) {
  const { FocusEvent } = windowOf(box);
  box.dispatchEvent(new FocusEvent('focus'));
}

export function tellInput(field: Field, data: string) {
  const { InputEvent } = windowOf(field);
  const init = { inputType: 'insertText', data, bubbles: true, composed: true };
  field.dispatchEvent(new InputEvent('input', init));
}

/** Events and transfers must come from the box's own window. */
function windowOf(box: HTMLElement): Window & typeof globalThis {
  return box.ownerDocument.defaultView ?? window;
}

export function undoByCommand(box: HTMLElement) {
  command(box, 'undo');
}

/** Editors with a history of their own hear of undo by its keys alone; others pay no heed to these. */
export function pressUndo(box: HTMLElement) {
  const { KeyboardEvent, navigator } = windowOf(box);
  const isMac = navigator.platform.startsWith('Mac');
  const how = { bubbles: true, cancelable: true, composed: true };
  const keys = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: !isMac, metaKey: isMac };
  box.dispatchEvent(new KeyboardEvent('keydown', { ...keys, ...how }));
}
