import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InsertResult } from '../../../lib/domain/reply';
import { browserNames, startStage, type Stage } from '../driver/browser';
import { parseCaret } from '../driver/caret';
import { buildEditors } from './build';
import { editors, operationsFor, type Operation } from './matrix';
import { openScene, type Scene } from './scene';

let built: Awaited<ReturnType<typeof buildEditors>>;
beforeAll(async () => {
  built = await buildEditors();
});
afterAll(() => built.remove());

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(browserName, built.folder);
  });
  afterAll(() => stage.close());

  const cells = editors.flatMap((editor) =>
    (['light', ...(editor.also ?? [])] as const).map((place) => ({ ...editor, place })),
  );
  describe.each(cells)('$title, $place', (cell) => {
    const { name, place, shows = (text: string) => text, undoSteps = () => 1 } = cell;
    let scene: Scene;
    beforeAll(async () => {
      scene = await openScene(stage, name, place);
    });

    test.each(operationsFor(cell, place))('$what', async (operation) => {
      const { text: start } = parseCaret(operation.from);
      const { text: wanted, start: caret } = parseCaret(operation.to);
      const expected = shows(wanted);
      const typed = shows(`${wanted.slice(0, caret)}Z${wanted.slice(caret)}`);

      await prepare(scene, operation);
      expect(await scene.ask<InsertResult>(requestOf(operation))).toMatchObject({ ok: true });
      const landed = await scene.state();
      expect(landed, JSON.stringify(landed)).toEqual({
        model: expected,
        hasChanged: true,
        sent: 0,
      });
      if (operation.given === 'formatted') expect(await scene.isFormatted()).toBe(true);
      await scene.type('Z');
      const after = await scene.state();
      expect(after, JSON.stringify(after)).toEqual({ model: typed, hasChanged: true, sent: 0 });
      // The letter may be a step of its own or one with the insertion.
      const steps = await undoTo(scene, shows(start));
      const own = steps.filter((model) => model !== expected);
      expect(own, JSON.stringify(steps)).toHaveLength(undoSteps(browserName, operation.what));
      expect(own.at(-1)).toBe(shows(start));
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

/** What the editor holds after each undo, until it holds what it should. */
async function undoTo(scene: Scene, start: string): Promise<string[]> {
  const steps: string[] = [];
  while (steps.at(-1) !== start && steps.length < 5) {
    await scene.undo();
    steps.push((await scene.state()).model);
  }
  return steps;
}
