// Firefox with the add-on installed for this run, its real sidebar, and the page beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browsers.mjs';
import { firefoxPreferences } from './firefox-preferences.mjs';
import { createView } from './firefox-view.mjs';
import { connectMarionette } from './marionette.mjs';
import { watchNetwork } from './network.mjs';
import { until } from './until.mjs';

/** The add-on's address in every run: moz-extension://…/ */
const uuid = '5d1c4f0e-8a55-4a5e-9d0c-2f4f5c0d7e11';
const address = `moz-extension://${uuid}/`;

/**
 * @param {{
 *   extension: string, headless?: boolean, width?: number, height?: number, lang?: string, display?: string,
 *   profile?: string, watch?: boolean, askForPermissions?: boolean, prefs?: Record<string, string | number | boolean>,
 * }} options `askForPermissions`: show Firefox's own prompt (else granted on request, from a click all the same) ·
 *   `profile`: kept after closing, if given
 */
export async function launchFirefox({
  extension,
  headless = true,
  width = 1280,
  height = 800,
  lang = 'en',
  display,
  watch = false,
  askForPermissions = false,
  profile: kept,
  prefs = {},
}) {
  const program = findBrowser('firefox');
  if (!program) throw new Error('No Firefox is installed; FIREFOX_PATH may name one.');
  const network = watch ? await watchNetwork() : undefined;
  const { browser_specific_settings: settings } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  );
  const id = settings.gecko.id;
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'composure-firefox-'));
  // What an earlier run wrote there would be taken for this one's.
  rmSync(portFileOf(profile), { force: true });
  writePreferences(profile, {
    ...firefoxPreferences({ lang, port: network?.port, askForPermissions }),
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    ...prefs,
  });
  const size = [`--width=${width}`, `--height=${height}`];
  const args = [
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile,
  ];
  const running = spawn(program, [...args, ...size, ...(headless ? ['--headless'] : [])], {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: String(width),
      MOZ_HEADLESS_HEIGHT: String(height),
      ...(display && { DISPLAY: display }),
    },
  });
  const closed = once(running, 'exit');
  const forget = async () => {
    await closed;
    await network?.close();
    if (kept === undefined) rmSync(profile, { recursive: true, force: true });
  };
  const { send, end } = await begin(profile, running, extension).catch(async (error) => {
    running.kill();
    await forget();
    throw error;
  });
  const page = createView(send, 'window.gBrowser.selectedBrowser');
  const sidebar = createView(
    send,
    "window.SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')",
  );
  const inWindow = createView(send, 'window.browsingContext', { itself: true });

  return {
    address,
    requests: network?.requests ?? [],
    page,
    sidebar,
    /** Runs in the browser's own window, with its rights. */
    inWindow: inWindow.evaluate,
    closed,
    /** @param {string} url */
    async open(url) {
      await send('Marionette:SetContext', { value: 'content' });
      await send('WebDriver:Navigate', { url });
      await send('Marionette:SetContext', { value: 'chrome' });
    },
    /** What a click on the add-on's button does: it may now read this tab, and opens its sidebar. */
    async openPanel() {
      await inWindow.evaluate(pressButton, id);
      await until('the sidebar', () => sidebar.isLoaded(`${address}sidepanel.html`));
    },
    /** @param {number} pixels */
    async widenSidebar(pixels) {
      await inWindow.evaluate((/** @type {number} */ wanted) => {
        document.querySelector('#sidebar-box').style.width = `${wanted}px`;
      }, pixels);
      const wide = () => sidebar.evaluate(() => innerWidth);
      await until(`a sidebar of ${pixels} px`, async () => (await wide()) === pixels);
    },
    /** The whole window, sidebar included, as a PNG. @param {string} path */
    async screenshot(path) {
      const { value } = await send('WebDriver:TakeScreenshot', { full: false, hash: false });
      writeFileSync(path, Buffer.from(value, 'base64'));
    },
    /** Ends it as a power cut would. */
    async kill() {
      running.kill('SIGKILL');
      end();
      await forget();
    },
    async close() {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(ignoreGone);
      end();
      await forget();
    },
  };
}

/** @param {string} profile */
function portFileOf(profile) {
  return join(profile, 'MarionetteActivePort');
}

/** Runs in the browser's window, where Firefox's own modules are at hand. @param {string} id */
function pressButton(id) {
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** @param {string} profile @param {import('node:child_process').ChildProcess} running @param {string} extension */
async function begin(profile, running, extension) {
  // Firefox writes the port that it has chosen into the profile.
  const file = portFileOf(profile);
  const port = await until(
    'Firefox to listen',
    () => {
      if (running.exitCode !== null)
        throw new Error('Firefox has ended before it could be asked anything.');
      return existsSync(file) && Number(readFileSync(file, 'utf8'));
    },
    { seconds: 60 },
  );
  const marionette = await connectMarionette(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  await marionette.send('Addon:Install', { path: extension, temporary: true });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  return marionette;
}

/** @param {string} profile @param {Record<string, string | number | boolean>} prefs */
function writePreferences(profile, prefs) {
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

/** The answer to "quit" may not arrive; someone may have closed the window before. @param {Error} error */
function ignoreGone(error) {
  if (!error.message.includes('closed the connection')) throw error;
}
