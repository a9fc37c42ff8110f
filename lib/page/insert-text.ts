// The only writer: puts text into a box as if the agent had typed or pasted it, and reads back that it is there.
//
//   field      command insertText ──(nothing changed)──► native setter + input event
//   rich text  paste event ──(untouched, or taken back)──► command insertText
//
// One way at a time: the next begins only when the box is as it was before the last one, so that nothing lands twice.
import type { DraftRange, InsertFailure, InsertResult } from '../domain/reply';
import {
  beforeOf,
  expectedOf,
  hasLanded,
  intend,
  readBox,
  selectionIn,
  type Intent,
} from './box-text';
import { returnToCaret, select, type Place } from './caret';
import type { Composition } from './composition';
import { isField, isWritable, type Field } from './editable';
import { announce, paste, pressUndo, tellInput, typeText, undoByCommand } from './gestures';
import { textRange } from './plain-text';
import { nextTask, untilChanged } from './wait';

export type Writing = Place & { composition?: Composition };

// These join lines around an empty one when they paste plain text, and keep it on typed text; that cannot be read
// back, since others rightly show a new paragraph instead (ProseMirror 1.42, MediumEditor 5.23, seen 2026-11-22).
const keepsLinesOnlyTyped = '.ProseMirror, .medium-editor-element';
// An editor that takes the paste event may finish later; TinyMCE 8 does so without taking it (seen 2026-11-21).
const takenMs = 600;
const untakenMs = 80;

/** Inserts at the caret or over the selection. */
export async function insertText(
  box: HTMLElement,
  text: string,
  writing: Writing,
): Promise<InsertResult> {
  const refusal = await refuse(box, writing);
  if (refusal) return failed(refusal);
  const isThere = await returnToCaret(box, writing);
  return isThere ? write(box, text, writing) : failed('rejected');
}

/** Replaces a span of the draft, if it still holds the expected text. */
export async function replaceText(
  box: HTMLElement,
  span: DraftRange,
  text: string,
  writing: Writing,
): Promise<InsertResult> {
  const refusal = await refuse(box, writing);
  if (refusal) return failed(refusal);
  if (readBox(box).slice(span.start, span.end) !== span.expected) return failed('moved');
  box.focus({ preventScroll: true });
  if (isField(box)) box.setSelectionRange(span.start, span.end);
  else await select(box, textRange(box, span.start, span.end), writing.signal);
  const { start, end } = selectionIn(box);
  if (readBox(box).slice(start, end) !== span.expected) return failed('moved');
  return write(box, text, writing);
}

function failed(reason: InsertFailure): InsertResult {
  return { ok: false, reason };
}

async function refuse(box: HTMLElement, { composition, signal }: Writing) {
  if (!box.isConnected) return 'gone';
  if (!isWritable(box)) return 'read-only';
  return composition && !(await composition.ended(signal)) ? 'composing' : undefined;
}

async function write(box: HTMLElement, wanted: string, writing: Writing): Promise<InsertResult> {
  const lines = wanted.replaceAll(/\r\n?/g, '\n');
  // A single-line field would drop the breaks and glue the words together.
  const text = box.localName === 'input' ? lines.replaceAll(/\s*\n\s*/g, ' ') : lines;
  if (!box.isConnected) return failed('gone');
  const intent = intend(box, text);
  if (expectedOf(intent) !== beforeOf(intent)) {
    if (isField(box)) writeField(box, intent);
    else await writeRich(box, intent, writing.signal);
    // Controlled fields and late editors may still take it back.
    await nextTask(writing.signal);
  }
  if (writing.signal.aborted) return failed('disconnected');
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- The box may have left while the editor worked.
  if (!box.isConnected) return failed('gone');
  if (!hasLanded(intent, readBox(box))) {
    await restore(box, intent, writing.signal);
    return failed('rejected');
  }
  if (isField(box)) placeBehind(box, intent);
  else announce(box);
  return { ok: true, draft: readBox(box) };
}

function writeField(field: Field, intent: Intent) {
  typeText(field, intent.text);
  if (field.value !== beforeOf(intent)) return;
  const { start, end } = selectionIn(field);
  field.setRangeText(intent.text, start, end, 'end');
  tellInput(field, intent.text);
}

async function writeRich(box: HTMLElement, intent: Intent, signal: AbortSignal) {
  const isSettled = () => !box.isConnected || hasLanded(intent, readBox(box));
  // What a browser has written an editor may still make its own sense of.
  const stays = async (ms: number) => {
    if (!(await untilChanged(box, isSettled, { ms, signal }))) return false;
    await nextTask(signal);
    return isSettled();
  };
  const isUntouched = () => readBox(box) === beforeOf(intent);
  const { head, removed, text } = intent;
  // A deletion cannot be pasted.
  const canPaste = text !== '' && !box.matches(keepsLinesOnlyTyped);
  for (const way of canPaste ? [paste, typeText] : [typeText]) {
    const isTaken = way(box, text);
    const ms = isTaken ? takenMs : untakenMs;
    if (await stays(ms)) return;
    if (isTaken && isUntouched()) return;
    if (!isUntouched()) {
      if (await stays(takenMs)) return;
      await restore(box, intent, signal);
      if (!isUntouched()) return;
      await select(box, textRange(box, head.length, head.length + removed.length), signal);
    }
    if (!box.isConnected || signal.aborted) return;
  }
}

function placeBehind(field: Field, intent: Intent) {
  const end = intent.head.length + intent.text.length;
  if (field.value !== expectedOf(intent) || selectionIn(field).end === end) return;
  field.setSelectionRange(end, end);
}

/** Takes back what did not land whole; never more than what the attempt itself changed. */
async function restore(box: HTMLElement, intent: Intent, signal: AbortSignal) {
  const before = beforeOf(intent);
  for (const undo of [pressUndo, undoByCommand])
    for (let tries = 0; tries < 3 && readBox(box) !== before; tries++) {
      const was = readBox(box);
      undo(box);
      await nextTask(signal);
      if (readBox(box) === was) break;
    }
  if (!isField(box) || box.value === before) return;
  box.setRangeText(before, 0, box.value.length, 'end');
  tellInput(box, before);
}
