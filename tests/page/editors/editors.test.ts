import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InsertResult } from '../../../lib/domain/reply';
import { browserNames, startStage, type Stage } from '../driver/browser';
import { parseCaret } from '../driver/caret';
import { buildEditors } from './build';
import { cells, operationsFor, shownBy, type Operation } from './matrix';
import { openScene, type Scene } from './scene';
import { startTable } from './table';

const table = startTable();
let built: Awaited<ReturnType<typeof buildEditors>>;
beforeAll(async () => {
  built = await buildEditors();
});
afterAll(async () => {
  await built.remove();
  await table.write();
});

// The browsers side by side: each waits for itself most of the time.
describe.concurrent.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(browserName, built.folder);
  });
  afterAll(() => stage.close());

  describe.sequential.each(cells)('$title in $place', (cell) => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await openScene(stage, cell.name, cell.place);
    });
    const { refuses = {}, lost = {}, keeps = {} } = cell;

    test.each(operationsFor(cell, cell.place))('$what', async (operation) => {
      const { what, given } = operation;
      const { before, after, typed } = expectedOf(operation, (text) =>
        shownBy(cell, text, operation.text),
      );
      await prepare(scene, operation);
      expect(await scene.state()).toEqual({ model: before, hasChanged: false, sent: 0 });
      const result = await scene.ask<InsertResult>(requestOf(operation));
      if (refuses[browserName]?.includes(what) || lost[browserName] === cell.place) {
        expect(result).toEqual({ ok: false, reason: 'rejected' });
        expect(await scene.state()).toMatchObject({ model: before });
        return table.note({ browserName, ...cell, what, mark: 'refused' });
      }
      expect(result).toMatchObject({ ok: true });
      expect(await scene.state()).toEqual({ model: after, hasChanged: true, sent: 0 });
      if (given === 'formatted') expect(await scene.isFormatted()).toBe(true);
      await scene.type('Z');
      expect(await scene.state()).toEqual({ model: typed, hasChanged: true, sent: 0 });
      if (keeps[browserName]?.includes(what)) {
        await prepare(scene, operation);
        await scene.type(operation.text);
        expect(await undoTo(scene, before)).not.toContain(before);
        return table.note({ browserName, ...cell, what, mark: 'no undo' });
      }
      // The letter may be a step of its own or one with the insertion.
      const steps = await undoTo(scene, before);
      expect(steps.filter((model) => model !== after)).toEqual([before]);
      table.note({ browserName, ...cell, what, mark: 'green' });
    });
  });
});

async function prepare(scene: Scene, { given, from }: Operation) {
  const { text, start, end } = parseCaret(from);
  if (given === 'formatted') await scene.format();
  else await scene.fill(text);
  if (given === 'unvisited') {
    await scene.leave();
    await scene.enter();
    return;
  }
  await scene.select(start, end);
  if (given === 'left') await scene.leave();
}

function requestOf({ from, text, replaces }: Operation) {
  if (!replaces) return { ask: 'insert', text };
  const start = from.indexOf(replaces);
  return { ask: 'replace', start, end: start + replaces.length, expected: replaces, text };
}

/** What the model should show before, after, and with a letter typed behind the insertion. */
function expectedOf({ from, to }: Operation, show: (text: string) => string) {
  const { text, start } = parseCaret(to);
  const typed = `${text.slice(0, start)}Z${text.slice(start)}`;
  return { before: show(parseCaret(from).text), after: show(text), typed: show(typed) };
}

/** What the editor holds after each undo, until it holds what it should; some try is the last. */
async function undoTo(scene: Scene, before: string): Promise<string[]> {
  const steps: string[] = [];
  while (steps.at(-1) !== before && steps.length < 5) {
    await scene.undo();
    steps.push((await scene.state()).model);
  }
  return steps;
}
