// Plays a scenario on a stage, line by line: the customer and the agent act, the panel is looked at.
import { builtInPacks } from '../support/built-in-packs';
import { interfaceTexts, subStepOfKey } from '../support/scenario';
import type { Line, Opening, Scenario } from '../support/scenario';
import { until } from '../support/until.mjs';
import { stepOf } from '../../lib/domain/step';
import {
  countMessages,
  letPass,
  pressSend,
  readBox,
  readPanel,
  readTable,
  showStep,
  writeInBox,
} from './scenario-panel';
import type { Seen } from './scenario-panel';
import { say } from './scenario-stage';
import type { Stage } from './scenario-stage';

/** Plays all of it; the first line that does not hold fails with its file, its line, and what is there instead. */
export async function playScenario(stage: Stage, scenario: Scenario): Promise<void> {
  await stage.open(scenario);
  for (const line of [scenario.opening, ...scenario.lines])
    await (does[line.does] ?? noLine)(stage, line, scenario).catch(async (error: unknown) => {
      const because = error instanceof Error ? error.message : String(error);
      const seen = await stage.panel(readPanel);
      throw new Error(
        `${line.at}: ${because}\nThe panel:\n${describe(seen)}\nThe reply box: ${await stage.desk(readBox)}`,
      );
    });
}

type Act = (stage: Stage, line: Line, scenario: Scenario) => Promise<unknown>;

const does: Partial<Record<Opening, Act>> = {
  customer: async (stage, { text }, { opening }) => {
    if (text !== opening.text || (await stage.desk(countMessages)) > 1) await stage.desk(say, text);
    await heard(stage);
  },
  agent: async (stage, { text }) => {
    await stage.desk(writeInBox, text);
    await send(stage);
  },
  drafts: ({ desk }, { text }) => desk(writeInBox, text),
  empties: ({ desk }) => desk(writeInBox, ''),
  presses: async ({ press }, { text }) => {
    for (const chord of text.split(/\s+/)) await press(chord);
  },
  fills: async ({ panel, type }, { text }) => {
    await until('an empty field with the focus', () => panel(isAsked), waiting);
    await type(text);
  },
  tabs: async ({ panel, press }, { text }) => {
    for (let pressed = 0; !(await panel(hasFocus, text)); pressed++) {
      if (pressed > mostTabs) throw new Error(`No Tab leads to “${text}”.`);
      await press('Tab');
    }
  },
  sends: (stage) => send(stage),
  passes: async ({ panel, reopen }, { text }) => {
    await panel(letPass, Number(text) * 60_000);
    await reopen();
  },
  at: (stage, { name }) => sees(stage, name, ({ step }) => step === name),
  feels: (stage, { name, words }) =>
    sees(
      stage,
      `${name} “${words}”`,
      ({ feeling }) => feeling.startsWith(name) && feeling.includes(words),
    ),
  ticks: (stage, line, scenario) => tick(stage, line, scenario, true),
  opens: (stage, line, scenario) => tick(stage, line, scenario, false),
  offers: (stage, { name, key, words }) => {
    const places = placesOf(subStepOfKey(key));
    return sees(stage, `a phrase for “${name}”`, ({ phrases }) =>
      phrases.some(({ id, text }) => places.has(id) && text.includes(words)),
    );
  },
  hints: (stage, { name, words }) =>
    sees(stage, `the hint ${name}`, ({ hints }) =>
      hints.some((hint) => hint.rule === name && hint.words.includes(words)),
    ),
  warns: (stage, { name, words }) =>
    sees(
      stage,
      `the warning ${name}`,
      ({ warning }) => warning.includes(name) && warning.includes(words),
    ),
  shows: (stage, { text }) => sees(stage, `“${text}”`, (seen) => seen.text.includes(text)),
  hides: (stage, { text }) => sees(stage, `“${text}” to go`, (seen) => !seen.text.includes(text)),
  box: ({ desk }, { text }) =>
    until(`“${text}” in the reply box`, async () => (await desk(readBox)).includes(text), waiting),
  log: (stage, line, scenario) =>
    until(`${line.text} in the log`, () => isLogged(stage, line, scenario), waiting),
};

// What does not come in so many seconds does not come.
const waiting = { seconds: 8, every: 30 };

const noLine: Act = () => Promise.reject(new Error('It stands at the head of the file alone.'));

async function send(stage: Stage): Promise<void> {
  await stage.desk(pressSend);
  await until('the page to send it', async () => (await stage.desk(readBox)) === '', waiting);
  await heard(stage);
}

/** The log has as many messages as the page. */
function heard({ desk, panel }: Stage) {
  return until(
    'the panel to hear it',
    async () => {
      const rows = await panel(readTable, 'events');
      const said = rows.filter(({ event }) => isOfKind(event, 'said'));
      return said.length === (await desk(countMessages));
    },
    waiting,
  );
}

function sees({ panel }: Stage, what: string, is: (seen: Seen) => boolean) {
  return until(`the panel to show ${what}`, async () => is(await panel(readPanel)), waiting);
}

/** Looks the sub-step up where it stands, and goes back to the step that is at hand. */
async function tick(stage: Stage, { name, key, words }: Line, { lang }: Scenario, done: boolean) {
  const texts = interfaceTexts(lang);
  const step = texts[`step_${stepOf(subStepOfKey(key))}`]?.message ?? '';
  const isSo = async () => {
    const seen = await stage.panel(readPanel);
    // The conversation may have gone on to the next step meanwhile.
    if (seen.step !== step) {
      if (!(await stage.panel(showStep, step))) await stage.press('ArrowRight');
      return false;
    }
    return seen.subSteps.some(
      (each) => each.name === name && each.done === done && each.words.includes(words),
    );
  };
  await until(`the panel to show “${name}” ${done ? 'ticked' : 'open'}`, isSo, waiting);
  const current = await stage.panel(currentStep);
  if (current !== '') return stage.panel(showStep, current);
  // The close has no place on the rail; it is the last to the right.
  for (const _ of Array.from({ length: 6 })) await stage.press('ArrowRight');
  return undefined;
}

const mostTabs = 60;

/** Whether what is called so has the focus: a button, or a field by its label. Runs in the panel. */
function hasFocus(name: string): boolean {
  const at = document.activeElement;
  const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  const label = isField ? at.labels?.[0] : at;
  return label?.textContent.trim().startsWith(name) ?? false;
}

/** Runs in the panel. */
function isAsked(): boolean {
  const field = document.activeElement;
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
    field.value === ''
  );
}

/** The step at hand, whichever is shown; empty where it has no place on the rail. Runs in the panel. */
function currentStep(): string {
  return document.querySelector('.rail .current span')?.textContent ?? '';
}

function placesOf(place: string): ReadonlySet<string> {
  const phrases = builtInPacks.flatMap((pack) => pack.phrases);
  return new Set(
    phrases.filter(({ places }) => places.some((each) => each === place)).map(({ id }) => id),
  );
}

/** What of a complaint is in the log under the interface's own names, or that something happened. */
async function isLogged(
  { panel }: Stage,
  { name, words, at }: Line,
  { lang }: Scenario,
): Promise<boolean> {
  const texts = interfaceTexts(lang);
  const field = fields.find((each) => texts[each.title]?.message === name);
  if (field) {
    const rows = await panel(readTable, 'complaints');
    return rows.some((row) => titleOf(row[field.of]).includes(words));
  }
  const happening = happenings.find((each) => each[lang] === name);
  if (!happening) {
    const known = [
      ...fields.map(({ title }) => texts[title]?.message),
      ...happenings.map((each) => each[lang]),
    ];
    throw new Error(`${at}: the log has no “${name}”. It has ${known.join(', ')}.`);
  }
  const rows = await panel(readTable, 'events');
  return rows.some(
    ({ event }) => isOfKind(event, happening.kind) && JSON.stringify(event).includes(words),
  );
}

function titleOf(category: unknown): string {
  const all = builtInPacks.flatMap(({ categories = [] }) => categories);
  return [
    JSON.stringify(category ?? ''),
    ...all.filter(({ id }) => id === category).map(({ title }) => title),
  ].join(' ');
}

const fields = [
  { title: 'who', of: 'who' },
  { title: 'what', of: 'what' },
  { title: 'feels', of: 'feeling' },
  { title: 'wants', of: 'request' },
  { title: 'category', of: 'category' },
  { title: 'immediate', of: 'immediate' },
  { title: 'permanent', of: 'permanent' },
] as const;

const happenings = [
  { en: 'a phrase put in', zh: '放入过话术', kind: 'inserted' },
  { en: 'a threat read', zh: '看过警示', kind: 'threatRead' },
  { en: 'a yes to a hold', zh: '愿意稍候', kind: 'holdAnswered' },
  { en: 'a sign of life in a hold', zh: '稍候中回应过', kind: 'holdCheckedIn' },
  { en: 'a hold over', zh: '稍候结束', kind: 'holdEnded' },
  { en: 'a promise', zh: '记下承诺', kind: 'promiseMade' },
  { en: 'a promise renewed', zh: '承诺改期', kind: 'promiseRenewed' },
  { en: 'a promise over', zh: '承诺了结', kind: 'promiseEnded' },
] as const;

function isOfKind(event: unknown, kind: string): boolean {
  if (typeof event !== 'object' || event === null || !('kind' in event)) return false;
  return event.kind === kind;
}

function describe({ text, subSteps, phrases, hints }: Seen): string {
  const lines = [
    ...subSteps.map(({ name, done, words }) => `${done ? '✓' : '○'} ${name} ${words}`),
    ...phrases.map(({ id, text: line }) => `${id}: ${line}`),
    ...hints.map(({ rule, words }) => `${rule}: ${words}`),
  ];
  return `${lines.join('\n')}\n---\n${text}`;
}
