// Where browsers live on each system, and which of them is here.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders that a desktop may leave out of PATH, where Debian keeps some of these programs. */
const linuxFolders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/snap/bin'];

const places = {
  chromium: {
    variable: 'CHROME_PATH',
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
      'brave-browser',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    linux: ['firefox-esr', 'firefox-devedition', 'firefox'],
    darwin: [
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    win32: ['Firefox Developer Edition\\firefox.exe', 'Mozilla Firefox\\firefox.exe'],
  },
};

/**
 * Every path where a browser of this family may be, most wanted first.
 * @param {'chromium' | 'firefox'} family
 * @param {string} [platform]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function placesOf(family, platform = process.platform, env = process.env) {
  const { variable, linux, darwin, win32 } = places[family];
  const chosen = env[variable] ? [env[variable]] : [];
  if (platform === 'darwin')
    return [...chosen, ...darwin, ...darwin.map((path) => `${env['HOME'] ?? ''}${path}`)];
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => env[name] ?? [],
    );
    return [...chosen, ...roots.flatMap((root) => win32.map((path) => `${root}\\${path}`))];
  }
  return [...chosen, ...linux.flatMap((name) => pathsOf(name, env))];
}

/** @param {string} name @param {NodeJS.ProcessEnv} env */
function pathsOf(name, env) {
  const folders = new Set([
    ...(env['PATH'] ?? '').split(delimiter).filter(Boolean),
    ...linuxFolders,
  ]);
  return [...folders].map((folder) => join(folder, name));
}

/** @param {'chromium' | 'firefox'} family */
export function findBrowser(family) {
  return placesOf(family).find((path) => existsSync(path));
}

/** Where a program is, or undefined. @param {string} name */
export function findProgram(name) {
  return pathsOf(name, process.env).find((path) => existsSync(path));
}
