// Makes a fresh machine ready for `npm start` and `npm test`: npm's packages and the programs they need.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findProgram } from './browsers.mjs';
import { debianBundler } from './bundler.mjs';
import { comparePackages, planFor } from './machine-plan.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cjkFonts = ['opentype/noto/NotoSansCJK-Regular.ttc', 'noto-cjk/NotoSansCJK-Regular.ttc'];

/**
 * What the product's scripts need from the machine: the Debian package, and how to see that it is there.
 * @type {Record<string, { package: string, isHere: () => boolean }>}
 */
const needs = {
  chromium: { package: 'chromium', isHere: () => findBrowser('chromium') !== undefined },
  firefox: { package: 'firefox-esr', isHere: () => findBrowser('firefox') !== undefined },
  screen: { package: 'xvfb', isHere: () => findProgram('Xvfb') !== undefined },
  windows: { package: 'openbox', isHere: () => findProgram('openbox') !== undefined },
  keys: { package: 'xdotool', isHere: () => findProgram('xdotool') !== undefined },
  pictures: { package: 'imagemagick', isHere: () => findProgram('import') !== undefined },
  chat: { package: 'prosody', isHere: () => findProgram('prosody') !== undefined },
  chatEvents: { package: 'lua-event', isHere: () => existsSync('/usr/share/lua/5.4/luaevent.lua') },
  tickets: {
    package: 'request-tracker5',
    isHere: () => findProgram('rt-setup-database-5') !== undefined,
  },
  ticketData: {
    package: 'rt5-db-sqlite',
    isHere: () => existsSync('/usr/share/doc/rt5-db-sqlite'),
  },
  ticketMail: { package: 'rt5-clients', isHere: () => findProgram('rt-mailgate-5') !== undefined },
  ticketServer: { package: 'starman', isHere: () => findProgram('starman') !== undefined },
  ticketPages: {
    package: 'rt5-standalone',
    isHere: () => existsSync('/usr/share/doc/rt5-standalone'),
  },
  issues: { package: 'redmine', isHere: () => existsSync('/usr/share/redmine') },
  issueData: {
    package: 'redmine-sqlite',
    isHere: () => existsSync('/usr/share/doc/redmine-sqlite'),
  },
  issueServer: { package: 'puma', isHere: () => findProgram('puma') !== undefined },
  spreadsheets: {
    package: 'libreoffice-calc-nogui',
    isHere: () => existsSync('/usr/lib/libreoffice/program/libsclo.so'),
  },
  static: { package: 'nginx-light', isHere: () => findProgram('nginx') !== undefined },
  chinese: {
    package: 'fonts-noto-cjk',
    isHere: () => cjkFonts.some((font) => existsSync(join('/usr/share/fonts', font))),
  },
};

/**
 * npm tells `prestart` nothing of the flags, so which browser is needed is looked at by start.mjs.
 * @type {Record<'packages' | 'start' | 'startFirefox' | 'test', string[]>}
 */
const needsOf = {
  packages: [],
  start: ['chromium'],
  startFirefox: ['firefox'],
  test: Object.keys(needs),
};

const commands = {
  packages: 'npm start',
  start: 'npm start',
  startFirefox: 'npm start -- --firefox',
  test: 'npm test',
};

/** @param {string} path @returns {import('./machine-plan.mjs').Lock | undefined} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {keyof typeof needsOf} purpose @returns {import('./machine-plan.mjs').Machine} */
function lookAround(purpose) {
  const missing = needsOf[purpose]
    .map((name) => needs[name])
    .filter((need) => need && !need.isHere());
  return {
    node: process.version,
    packages: comparePackages(
      readLock(join(root, 'package-lock.json')) ?? { packages: {} },
      readLock(join(root, 'node_modules', '.package-lock.json')),
    ),
    missing: missing.flatMap((need) => need?.package ?? []),
    root: process.getuid?.() === 0,
    apt: process.platform === 'linux' && existsSync('/usr/bin/apt-get'),
  };
}

/**
 * Prepares this machine; false, with the reason printed, where it cannot.
 * @param {keyof typeof needsOf} purpose
 */
export function prepare(purpose) {
  const command = commands[purpose];
  const plan = planFor(lookAround(purpose), command);
  if (!plan.ok) {
    console.error(plan.message);
    return false;
  }
  return plan.actions.every(carryOut);
}

/** @param {import('./machine-plan.mjs').Action} action */
function carryOut(action) {
  console.log(
    action.kind === 'npm'
      ? `npm ci: ${action.why}.`
      : `apt-get install: ${action.why}, not here yet.`,
  );
  if (action.kind === 'npm') return runNpm('ci');
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  declineDatabases();
  return (
    run('apt-get', [...wait, '-qq', 'update']) &&
    run('apt-get', [...wait, '-qq', 'install', '-y', '--no-install-recommends', ...action.packages])
  );
}

/** The tests make ticket systems of their own; Debian need not set any up for this machine. */
function declineDatabases() {
  const no = [
    'request-tracker5 request-tracker5/dbconfig-install',
    'request-tracker5 request-tracker5/install-cronjobs',
    'redmine redmine/instances/default/dbconfig-install',
  ];
  const answers = no.map((name) => `${name} boolean false`);
  spawnSync('debconf-set-selections', [], { input: answers.join('\n') });
}

// npm tells its scripts where it is; this also works on Windows, where `npm` itself is no program.
/** @param {string} command */
function runNpm(command) {
  const npm = process.env['npm_execpath'];
  return npm ? run(process.execPath, [npm, command]) : run('npm', [command]);
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...debianBundler() };
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return true;
  console.error(`${program} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}.`);
  return false;
}

/** Whether this file was started by itself, also through a link. @param {string} url */
function isStarted(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

if (isStarted(import.meta.url)) {
  const purpose = process.env['npm_lifecycle_event'] === 'pretest' ? 'test' : 'packages';
  process.exitCode = prepare(purpose) ? 0 : 1;
}
