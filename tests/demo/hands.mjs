// What a person does in a page or panel, by the names that are read to them: click, fill, press, see.

/** @param {import('puppeteer-core').Page} page */
export function createHands(page) {
  return {
    page,
    /** @param {string} name @param {string} [role] */
    click: (name, role = 'button') => page.locator(called(name, role)).click(),
    /** Replaces what is in a field, as if typed. @param {string} name @param {string} text @param {string} [role] */
    fill: (name, text, role = 'textbox') => page.locator(called(name, role)).fill(text),
    /** @param {import('puppeteer-core').KeyInput} key @param {...import('puppeteer-core').KeyInput} held */
    async press(key, ...held) {
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of held.toReversed()) await page.keyboard.up(one);
    },
    /** Waits until the text can be read. @param {string} text @param {string} [within] a CSS selector */
    async sees(text, within = 'body') {
      const shown = (/** @type {string} */ selector, /** @type {string} */ wanted) =>
        [...document.querySelectorAll(selector)].some(
          (one) => one instanceof HTMLElement && one.innerText.includes(wanted),
        );
      await page.waitForFunction(shown, {}, within, text).catch(async (error) => {
        const instead = await page.$$eval('body', ([body]) => body?.innerText ?? '');
        throw new Error(`“${text}” did not appear in ${within}, but: ${instead}`, { cause: error });
      });
    },
  };
}

/** @typedef {ReturnType<typeof createHands>} Hands */

/**
 * The helpdesk, as the agent uses it.
 * @param {import('puppeteer-core').Page} page
 * @param {{ interface: Record<string, string> }} script the page's conversation file
 */
export function createDesk(page, { interface: words }) {
  const hands = createHands(page);
  return {
    ...hands,
    /** The reply box of the conversation that is shown. */
    replyBox: '#reply',
    /** Sends what is in the reply box, whoever wrote it. */
    send: () => hands.click(words['send'] ?? ''),
    /** @param {string} text */
    async reply(text) {
      await page.locator('#reply').fill(text);
      await hands.click(words['send'] ?? '');
      await hands.sees(text, '#log .agent .text');
    },
    /** Waits for the last of these lines of the customer's. @param {string[]} lines */
    customerSays: (lines) => hands.sees(lines.at(-1) ?? '', '#log .customer .text'),
    /** Shows another conversation. @param {string} id */
    async show(id) {
      await page.locator(`#conversations a[href="#${id}"]`).click();
      await page.waitForSelector(`#conversations a[href="#${id}"][aria-current]`);
    },
  };
}

/** @param {string} name @param {string} role */
function called(name, role) {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
}
