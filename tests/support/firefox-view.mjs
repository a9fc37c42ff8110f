// One document in Firefox (the page, the sidebar): look into it, click, type. Real events, as from a hand.
//
// A sidebar is no tab, so the remote control cannot turn to it. Its window can: from there each document's own
// end of the remote control (the actor "MarionetteCommands") is asked directly. Both views work alike this way.
import { until } from './until.mjs';

/** Keys that are no characters, by the names that DOM events give them (WebDriver, "Keyboard actions"). */
/** @type {Record<string, string>} */
const keys = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Shift: '\uE008',
  Tab: '\uE004',
};

/**
 * @typedef {string | { name: string, role?: string }} Query a CSS selector, or what assistive technology calls it
 * @param {(command: string, parameters?: object) => Promise<any>} send
 * @param {string} holder an expression in the browser's window: the element that shows the document
 * @param {{ itself?: boolean }} [options] `itself`: the expression gives the browsing context
 */
export function createView(send, holder, { itself = false } = {}) {
  const context = itself ? holder : `${holder}?.browsingContext`;

  /**
   * What is drawn anew between finding an element and using it is looked for again: nothing was done to it yet.
   * @param {string} body sees `actor` and `args` @param {unknown[]} args
   */
  async function ask(body, args) {
    const answer = () => askOnce(body, args);
    const { value } = await until('an element that stays', answer);
    return value;
  }

  /** @param {string} body @param {unknown[]} args */
  async function askOnce(body, args) {
    const script = `
      const args = [...arguments];
      const done = args.pop();
      (async () => {
        const actor = ${context}?.currentWindowGlobal?.getActor('MarionetteCommands');
        if (!actor) throw new Error('nothing is shown there');
        ${body}
      })().then((value) => done({ value }), (error) => done({
        error: String(error?.message ?? error), isGone: error?.name === 'StaleElementReferenceError' }));`;
    const { value } = await send('WebDriver:ExecuteAsyncScript', { script, args, sandbox: null });
    if (value?.isGone) return undefined;
    if (value?.error) throw new Error(value.error);
    return { value: value?.value };
  }

  /**
   * Runs a function in the document, as puppeteer does: what it uses must be given to it.
   * @param {Function} job @param {...unknown} args
   */
  async function evaluate(job, ...args) {
    const script = `
      const args = [...arguments];
      const done = args.pop();
      (async () => (${String(job)})(...args))().then(
        (value) => done({ value }), (error) => done({ error: String(error) }));`;
    const run =
      'return actor.executeScript(args[0], args[1], { async: true, timeout: 30000, sandboxName: null });';
    const answer = await ask(run, [script, args]);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  const find = `
    const { name, role, selector } = args[0];
    const all = await actor.findElements('css selector', selector, {});
    let found;
    for (const one of all) {
      if (name !== undefined && (await actor.getComputedLabel(one)) !== name) continue;
      if (role !== undefined && (await actor.getComputedRole(one)) !== role) continue;
      found = one;
      break;
    }`;
  const capabilities = `{ toJSON: () => ({ 'moz:webdriverClick': true, 'moz:accessibilityChecks': false }) }`;

  /** @param {Query} query @param {string} body sees `found` @param {...unknown} args */
  function withElement(query, body, ...args) {
    const called = typeof query === 'string' ? query : `${query.role ?? 'element'} “${query.name}”`;
    const answer = () =>
      ask(`${find}\nif (!found) return false;\n${body}\nreturn true;`, [searchFor(query), ...args]);
    return until(called, answer);
  }

  return {
    evaluate,
    /** Waits until it is there. @param {Query} query */
    see: (query) => withElement(query, ''),
    /** @param {Query} query */
    has: (query) => ask(`${find}\nreturn found !== undefined;`, [searchFor(query)]),
    /** @param {Query} query */
    click: (query) => withElement(query, `await actor.clickElement(found, ${capabilities});`),
    /** Types at the end of what is there. @param {Query} query @param {string} text */
    type: (query, text) =>
      withElement(query, `await actor.sendKeysToElement(found, args[1], ${capabilities});`, text),
    /** Presses keys where the focus is: 'Enter', 'Alt+ArrowDown', 'Control+k'. @param {string} chord */
    press: (chord) =>
      ask(
        `await actor.sendKeysToElement(await actor.getActiveElement(), args[0], ${capabilities});`,
        [
          chord
            .split('+')
            .map((key) => keys[key] ?? key)
            .join(''),
        ],
      ),
    /** @param {Query} query */
    text: async (query) => {
      await withElement(query, '');
      return ask(`${find}\nreturn actor.getElementText(found);`, [searchFor(query)]);
    },
    /** Whether this address is shown and has been read to its end. @param {string} address */
    isLoaded: (address) =>
      ask(
        `if (!${context}.currentWindowGlobal.documentURI.spec.startsWith(args[0])) return false;
         return actor.executeScript("return document.readyState === 'complete'", [], { sandboxName: null });`,
        [address],
      ).catch((/** @type {Error} */ error) => {
        if (error.message.includes('nothing is shown there')) return false;
        throw error;
      }),
  };
}

/** @param {Query} query */
function searchFor(query) {
  return typeof query === 'string' ? { selector: query } : { selector: controls, ...query };
}

const controls = 'a, button, input, select, summary, textarea, [contenteditable], [role]';
