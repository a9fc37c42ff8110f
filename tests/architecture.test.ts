// The house rules that a machine can hold: who may import whom, what stands where, what needs a reason.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const rooms = [
  'text',
  'domain',
  'data',
  'packs',
  'page',
  'tickets',
  'export',
  'browser',
  'panel',
  'components',
  'entrypoints',
] as const;
type Room = (typeof rooms)[number];

/** What a room may import: other rooms wholly or their types alone, and packages from outside. */
type Rule = { rooms: readonly Room[]; types?: readonly Room[]; outside: readonly RegExp[] };
const zod = /^zod\/mini$/;
const preact = /^preact(\/hooks)?$|^@preact\/signals$/;
const wxt = /^wxt\//;
const rules: Record<Room, Rule> = {
  text: { rooms: ['text'], outside: [] },
  domain: { rooms: ['text', 'domain'], outside: [zod] },
  data: { rooms: ['domain', 'data'], outside: [zod, /^dexie$/] },
  packs: {
    rooms: ['text', 'domain', 'packs'],
    outside: [zod, /^(papaparse|js-yaml)$/, /^opencc-js\//],
  },
  page: { rooms: ['domain', 'page'], outside: [] },
  tickets: { rooms: ['domain', 'tickets'], outside: [zod] },
  export: { rooms: ['domain', 'export'], outside: [/^(papaparse|fflate)$/] },
  browser: { rooms: ['domain', 'browser'], outside: [zod, wxt] },
  panel: {
    rooms: ['text', 'domain', 'panel'],
    types: ['data', 'packs', 'tickets', 'browser'],
    outside: [/^@preact\/signals$/],
  },
  components: {
    rooms: ['domain', 'components'],
    types: ['panel', 'tickets'],
    outside: [preact, /^uplot(\/dist\/uPlot\.min\.css)?$/],
  },
  entrypoints: {
    rooms: rooms.filter((room) => room !== 'page'),
    outside: [preact, wxt],
  },
};

const files = ['lib', 'components', 'entrypoints', 'tests'].flatMap((folder) => listFiles(folder));
const sources = files.filter((file) => /\.tsx?$/.test(file));
const productSources = sources.filter((file) => !file.startsWith('tests/'));

test('the house is read whole', () => {
  expect(productSources.length).toBeGreaterThan(50);
});

test('every room imports only what the table allows', () => {
  const faults = productSources.flatMap((file) =>
    importsOf(file).flatMap((each) => faultOf(file, each)),
  );
  expect(faults).toEqual([]);
});

test('the table catches a forbidden import', () => {
  const fault = (file: string, target: string, typeOnly = false) =>
    faultOf(file, { target, typeOnly }).length;
  expect(fault('lib/domain/guide.ts', 'dexie')).toBe(1);
  expect(fault('lib/domain/guide.ts', '../data/db')).toBe(1);
  expect(fault('lib/panel/guide.ts', '../data/db')).toBe(1);
  expect(fault('lib/panel/guide.ts', '../data/db', true)).toBe(0);
  expect(fault('lib/page/draft.ts', 'zod/mini')).toBe(1);
  expect(fault('lib/domain/sites/converse.ts', './other')).toBe(1);
  expect(fault('lib/domain/sites/index.ts', './converse')).toBe(0);
  expect(fault('entrypoints/sidepanel/main.tsx', '../../lib/page/draft')).toBe(1);
  expect(fault('entrypoints/page.ts', '../lib/page/draft')).toBe(0);
  expect(fault('entrypoints/background.ts', '../components/ui/key')).toBe(1);
});

test('the top level holds what the house rules name, and nothing else', () => {
  const allowed = new Set([
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'wxt.config.ts',
    'entrypoints',
    'components',
    'lib',
    'public',
    'tests',
    'README.md',
    'LICENSE',
    'node_modules',
  ]);
  const others = readdirSync(root).filter((name) => !allowed.has(name) && !name.startsWith('.'));
  expect(others, 'Move it into one of the rooms, or under tests/.').toEqual([]);
});

test('there are no bags of things and no barrels', () => {
  const bags = files.filter((file) => /(^|\/)(utils|helpers|common|types|constants)\//.test(file));
  expect(bags, 'Give each thing its room and its own name.').toEqual([]);
  const barrels = productSources.filter((file) => {
    const lines = read(file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//'));
    return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
  });
  expect(barrels, 'Import from the file itself.').toEqual([]);
  const lists = new Set(['lib/domain/sites/index.ts', 'lib/tickets/index.ts']);
  const indexes = productSources.filter((file) => /\/index\.tsx?$/.test(file));
  expect(
    indexes.filter((file) => !lists.has(file)),
    'An index is a list or nothing.',
  ).toEqual([]);
});

test('entrypoints only wire: forty lines at most', () => {
  const long = sources.filter((file) => file.startsWith('entrypoints/') && lineCount(file) > 40);
  expect(long, 'Move what is not wiring into lib/ or components/.').toEqual([]);
});

test('files hold one thing: three hundred lines at most', () => {
  const long = sources.filter((file) => lineCount(file) > 300);
  expect(long, 'Is there more than one thing inside?').toEqual([]);
});

test('file names are kebab-case', () => {
  const odd = sources.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)));
  expect(odd).toEqual([]);
});

test('each file in lib/ says in its first line what it is for', () => {
  const silent = sources.filter(
    (file) => file.startsWith('lib/') && !/^\/\/ \S.{15,}/.test(read(file)),
  );
  expect(silent, 'Begin with a comment of one sentence.').toEqual([]);
});

test('any, as and ! carry a reason on their line or the one above', () => {
  const escape = /(?:\bas (?!const\b)[A-Z{a-z(]|: any\b|<any>|[\w)\]]!(?=[.;,)\]]))/;
  const faults = productSources.flatMap((file) => {
    const lines = read(file).split('\n');
    return lines.flatMap((line, index) => {
      const code = line.replace(/\/\/.*|\/\*.*|^\s*\*.*|'[^']*'|`[^`]*`|"[^"]*"/g, '');
      if (!escape.test(code) || /^(import|export)\b|^\} from/.test(code)) return [];
      const reasoned = line.includes('//') || /^\s*\/\/|\*\/$/.test(lines[index - 1] ?? '');
      return reasoned ? [] : [`${file}:${index + 1} ${line.trim()}`];
    });
  });
  expect(faults, 'Say why, or write it without.').toEqual([]);
});

test('debts carry a date', () => {
  const undated = sources.flatMap((file) =>
    read(file)
      .split('\n')
      .filter(
        (line) => /\b(TO[D]O|FIX[M]E)\b/.test(line) && !/TO[D]O \[\d{4}-\d\d-\d\d\]/.test(line),
      ),
  );
  expect(undated).toEqual([]);
});

test('nothing is built from strings: no HTML from data, no evaluated code', () => {
  const risky = productSources.filter((file) =>
    /innerHTML|outerHTML\s*\+?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function/.test(
      read(file).replaceAll(/^\s*\/\/.*$/gm, ''),
    ),
  );
  expect(risky).toEqual([]);
});

test('components never know the browser', () => {
  const knowing = productSources.filter(
    (file) => file.startsWith('components/') && /\b(browser|chrome)\.\w|\bfetch\(/.test(read(file)),
  );
  expect(knowing, 'Pass it in as a verb.').toEqual([]);
});

test('a signal is never taken for its value: the linter minds it', () => {
  const open = signal(false);
  // Lint reports a directive that nothing needed: if it stops minding the next line, it minds this one.
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- The mistake itself.
  expect(open ? 'always' : 'never').toBe('always');
});

type Import = { target: string; typeOnly: boolean };

function importsOf(file: string): Import[] {
  const text = read(file);
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map((match) => ({
    target: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

function faultOf(file: string, { target, typeOnly }: Import): string[] {
  const room = roomOf(file);
  const rule = rules[room];
  const say = (why: string) => [`${file} imports ${target}: ${why}`];
  if (!target.startsWith('.')) {
    if (rule.outside.some((pattern) => pattern.test(target))) return [];
    return say(`${room}/ may not use this package; see the table in the README.`);
  }
  const resolved = path.join(path.dirname(file), target);
  if (target.endsWith('.css')) return [];
  if (resolved.startsWith('public/_locales/')) {
    const mayRead = room === 'browser' || (room === 'domain' && typeOnly);
    return mayRead ? [] : say('only lib/browser/interface-language.ts loads the texts.');
  }
  const to = roomOf(resolved);
  if (to === 'entrypoints' && room !== 'entrypoints') return say('nothing imports entrypoints/.');
  if (isSibling(file, resolved)) return say('sites and ticket systems never import each other.');
  if (/^entrypoints\/(?:page|pick)\.ts$/.test(file) && to === 'page') return [];
  if (file === 'entrypoints/background.ts' && to === 'components')
    return say('only the panel and the desk show components.');
  if (rule.rooms.includes(to) || (typeOnly && rule.types?.includes(to))) return [];
  return say(`${room}/ may not import ${to}/${typeOnly ? '' : ' (perhaps its types alone)'}.`);
}

function isSibling(file: string, resolved: string): boolean {
  const folder = path.dirname(file);
  if (folder !== 'lib/domain/sites' && folder !== 'lib/tickets') return false;
  if (path.basename(file) === 'index.ts') return false;
  return path.dirname(resolved) === folder;
}

function roomOf(file: string): Room {
  const [top, second] = file.split('/');
  const name = top === 'lib' ? second : top;
  const room = rooms.find((each) => each === name);
  if (!room) throw new Error(`${file} stands in no room; the README draws the house.`);
  return room;
}

function lineCount(file: string): number {
  return read(file).trimEnd().split('\n').length;
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    return statSync(path.join(root, file)).isDirectory() ? listFiles(file) : [file];
  });
}
