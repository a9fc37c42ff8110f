// Reads a scenario: a conversation told line by line in plain words, English or Chinese, with what the panel must show.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { subStepIds } from '../../lib/domain/step';

/** What a line begins with, in both languages, and which of the interface's names it speaks of. */
const openings = {
  scenario: { en: 'Scenario', zh: '情景' },
  called: { en: 'Customer is called', zh: '客户名叫' },
  signs: { en: 'Agent is called', zh: '客服名叫' },
  customer: { en: 'Customer', zh: '客户' },
  agent: { en: 'Agent', zh: '客服' },
  drafts: { en: 'Agent drafts', zh: '客服草拟' },
  presses: { en: 'Agent presses', zh: '客服按键' },
  tabs: { en: 'Agent tabs to', zh: '客服用 Tab 移到' },
  fills: { en: 'Agent fills in', zh: '客服填写' },
  empties: { en: 'Agent empties the box', zh: '客服清空回复框' },
  sends: { en: 'Agent sends it', zh: '客服发送' },
  passes: { en: 'Minutes pass', zh: '过了几分钟' },
  at: { en: 'Panel is at', zh: '面板走到', names: 'step_' },
  feels: { en: 'Panel feels', zh: '面板感到', names: 'emotion_' },
  ticks: { en: 'Panel ticks', zh: '面板勾选', names: 'sub_' },
  opens: { en: 'Panel opens again', zh: '面板重开', names: 'sub_' },
  offers: { en: 'Panel offers', zh: '面板推荐', names: 'sub_' },
  hints: { en: 'Panel hints', zh: '面板提醒' },
  warns: { en: 'Panel warns', zh: '面板警示' },
  shows: { en: 'Panel shows', zh: '面板显示' },
  hides: { en: 'Panel shows no more', zh: '面板不再显示' },
  box: { en: 'Reply box holds', zh: '回复框里有' },
  log: { en: 'Log holds', zh: '登记里有' },
} as const satisfies Record<string, { en: string; zh: string; names?: string }>;

export type Opening = keyof typeof openings;
export type Tongue = 'en' | 'zh';

export type Line = {
  does: Opening;
  /** Behind the colon, as written. */
  text: string;
  /** What stands before the quotation marks: a name of the interface, a rule. */
  name: string;
  /** The key of that name in the interface's texts, where it is one. */
  key: string;
  /** What stands in quotation marks at the end. */
  words: string;
  /** File and line, for whoever has to look it up. */
  at: string;
};

export type Scenario = {
  title: string;
  lang: Tongue;
  customer: string;
  agent: string;
  /** The customer's first line, with which the panel is opened. */
  opening: Line;
  lines: readonly Line[];
};

const alone: ReadonlySet<Opening> = new Set(['sends', 'empties']);
const head: ReadonlySet<Opening> = new Set(['scenario', 'called', 'signs']);

/** The scenario of a file's text. Throws with file and line where it cannot be understood. */
export function parseScenario(file: string, text: string): Scenario {
  const rows = text
    .split('\n')
    .map((row, index) => ({ row: row.trim(), at: `${file}:${index + 1}` }));
  const told = rows.filter(({ row }) => row !== '' && !row.startsWith('#'));
  const lang = (told[0]?.row ?? '').startsWith(openings.scenario.zh) ? 'zh' : 'en';
  const lines = told.map(({ row, at }) => parseLine(row, at, lang));
  const headOf = (does: Opening) => {
    const line = lines.find((each) => each.does === does);
    if (!line) throw new Error(`${file}:1: “${openings[does][lang]}: …” is missing.`);
    return line.text;
  };
  const [opening, ...rest] = lines.filter(({ does }) => !head.has(does));
  if (opening?.does !== 'customer')
    throw new Error(
      `${opening?.at ?? `${file}:1`}: it begins with “${openings.customer[lang]}: …”, for the panel is opened beside a conversation.`,
    );
  const people = { customer: headOf('called'), agent: headOf('signs') };
  return { title: headOf('scenario'), lang, ...people, opening, lines: rest };
}

function parseLine(row: string, at: string, lang: Tongue): Line {
  const colon = row.search(/[:：]/);
  const opened = (colon < 0 ? row : row.slice(0, colon)).trim();
  const text = colon < 0 ? '' : row.slice(colon + 1).trim();
  // Object.entries forgets the keys; they are the table's own.
  const all = Object.entries(openings) as [Opening, (typeof openings)[Opening]][];
  const does = all.find(([, opening]) => opening[lang] === opened)?.[0];
  if (!does) {
    const known = all.map(([, opening]) => `“${opening[lang]}”`).join(', ');
    throw new Error(`${at}: no line begins with “${opened}”. Known are ${known}.`);
  }
  if ((text === '') !== alone.has(does))
    throw new Error(
      `${at}: “${opened}” ${text === '' ? 'needs words behind a colon' : 'stands alone'}.`,
    );
  const [, name = '', words = ''] = /^([^“]*?)\s*(?:“(.*)”)?$/.exec(text) ?? [];
  return { does, text, name, words, at, key: keyOf(does, name, at, lang) };
}

function keyOf(does: Opening, name: string, at: string, lang: Tongue): string {
  const opening = openings[does];
  if (!('names' in opening)) return '';
  const texts = interfaceTexts(lang);
  const named = Object.keys(texts).filter((key) => key.startsWith(opening.names));
  const key = named.find((each) => texts[each]?.message === name);
  if (key !== undefined) return key;
  const known = named.map((each) => `“${texts[each]?.message}”`).join(', ');
  throw new Error(`${at}: the panel has no name “${name}” there. It has ${known}.`);
}

/** The sub-step that a key of the interface's texts names. */
export function subStepOfKey(key: string) {
  const id = subStepIds.find((each) => `sub_${each.replace(/[.-]/g, '_')}` === key);
  if (!id) throw new Error(`${key} names no sub-step.`);
  return id;
}

const read: Partial<Record<Tongue, Record<string, { message: string }>>> = {};

/** What the interface says, by its keys. */
export function interfaceTexts(lang: Tongue): Record<string, { message: string }> {
  const folder = lang === 'zh' ? 'zh_CN' : 'en';
  const file = path.join(import.meta.dirname, `../../public/_locales/${folder}/messages.json`);
  const texts: Record<string, { message: string }> = (read[lang] ??= JSON.parse(
    readFileSync(file, 'utf8'),
  ));
  return texts;
}
