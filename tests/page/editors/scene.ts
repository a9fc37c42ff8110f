// One editor in one place of a page, and what a test can do and see there.
import type { Frame } from 'puppeteer-core';
import { ask, type Stage } from '../driver/browser';
import type { Place } from './matrix';

type State = { model: string; hasChanged: boolean; sent: number };
type EditorLab = {
  fill: (text: string) => Promise<void>;
  format: () => Promise<void>;
  select: (start: number, end: number) => Promise<void>;
  state: () => Promise<State>;
  isFormatted: () => boolean;
};

export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene(stage: Stage, editor: string, place: Place) {
  const { page } = stage;
  await stage.open(`editors/npm/page.html?editor=${editor}&place=${place}`);
  const lab = place === 'frame' || place === 'foreign' ? await innerFrame(stage) : page.mainFrame();
  await lab.waitForSelector('html[data-lab]');
  // A frame of another origin has a page room of its own; the others are looked after from outside.
  const hands = place === 'foreign' ? lab : page.mainFrame();
  await hands.waitForSelector('html[data-hands]');
  const inLab = <T, A extends unknown[]>(run: (lab: EditorLab, ...args: A) => T, ...args: A) =>
    evaluateLab(lab, run, args);
  const enter = async () => {
    await ask(hands, { ask: 'close' });
    await ask(hands, { ask: 'open' });
  };
  await ask(hands, { ask: 'open' });
  return {
    ask: <Answer>(request: object) => ask<Answer>(hands, request),
    enter,
    leave: () => page.click('#search'),
    fill: (text: string) => inLab((own, value) => own.fill(value), text),
    format: () => inLab((own) => own.format()),
    select: (start: number, end: number) =>
      inLab((own, from, to) => own.select(from, to), start, end),
    state: () => inLab((own) => own.state()),
    isFormatted: () => inLab((own) => own.isFormatted()),
    type: (text: string) => page.keyboard.type(text),
    undo: async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    },
  };
}

async function innerFrame({ page }: Stage): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The frame has no page.');
  return frame;
}

async function evaluateLab<T, A extends unknown[]>(
  frame: Frame,
  run: (lab: EditorLab, ...args: A) => T,
  args: A,
): Promise<Awaited<T>> {
  const source = `(...args) => (${run.toString()})(window.lab, ...args)`;
  // Puppeteer sends the function's source, so it is put together here.
  return frame.evaluate(
    `(${source})(${args.map((arg) => JSON.stringify(arg)).join(',')})`,
  ) as Promise<Awaited<T>>;
}
