// What an agent does in the panel, over and over: runs in the panel's own page, by its own keys and buttons.

/**
 * Works until the browser is killed. Before each act the harness is told that it begins, and after the panel has shown
 * that it is done, that it is done: from then on it must be in the log.
 * @param {{ seed: number, cycle: number, told: string }} options `told`: the address that hears of it
 */
export async function work({ seed, cycle, told }) {
  let state = seed;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
  const tell = (/** @type {object} */ what) =>
    fetch(told, { method: 'POST', mode: 'no-cors', body: JSON.stringify({ cycle, ...what }) });
  const key = (/** @type {string} */ name, ctrlKey = false) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true }));
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 4));
  /** @template T @param {() => T} look @returns {Promise<NonNullable<T>>} */
  const seen = async (look) => {
    for (;;) {
      const found = look();
      if (found) return found;
      await pause();
    }
  };
  const one = (/** @type {string} */ selector, text = '') =>
    [...document.querySelectorAll(selector)].find(
      (each) => each instanceof HTMLElement && each.innerText.includes(text),
    );
  const fill = (/** @type {Element | null | undefined} */ field, /** @type {string} */ text) => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const press = (/** @type {Element | undefined} */ button) => {
    if (button instanceof HTMLElement) button.click();
  };

  /** @type {Record<string, (name: string) => Promise<void>>} */
  const acts = {
    async ticked() {
      const box = await seen(() => document.querySelector('.sub-step, .rail button'));
      if (!box.matches('.sub-step')) return press(one('.rail button'));
      const before = box.getAttribute('aria-checked');
      const name = box.textContent;
      press(box);
      await seen(() => {
        const now = document.querySelector('.sub-step');
        return now?.textContent !== name || now.getAttribute('aria-checked') !== before;
      });
    },
    async complaint(name) {
      key('l');
      fill(await seen(() => document.querySelector('textarea')), name);
      key('Enter', true);
      await seen(() => one('.complaints li', name));
      key('Escape');
      await seen(() => document.querySelector('.rail'));
    },
    async hold(name) {
      if (document.querySelector('.hold')) {
        press(one('.hold button', 'Back'));
        await seen(() => !document.querySelector('.hold'));
      }
      key('h');
      const form = await seen(() => document.querySelector('form.hold-form'));
      fill(form.querySelector('input'), name);
      await pause();
      press(form.querySelector('[type=submit]') ?? undefined);
      await seen(() => one('.hold', name));
    },
    async checkIn() {
      if (document.querySelector('.hold')) key('h');
    },
    async promise(name) {
      press(await seen(() => one('button', 'Note a promise')));
      const form = await seen(() => document.querySelector('form[aria-label="Note a promise"]'));
      fill(form.querySelector('input'), name);
      await pause();
      press(form.querySelector('[type=submit]') ?? undefined);
      await seen(() => one('section.card', name));
    },
    async kept() {
      const card = one('section.card', 'promise-');
      const words = card instanceof HTMLElement ? card.innerText.match(/promise-\S+/)?.[0] : '';
      if (!card || !words) return;
      press([...card.querySelectorAll('button')].find((each) => each.innerText.includes('Kept')));
      await seen(() => !one('section.card', words));
      await tell({ is: 'done', act: 'ended', name: words });
    },
    async setting(name) {
      const { chrome, browser = chrome } = /** @type {any} any: the extension's own */ (globalThis);
      await browser.storage.local.set({ agentName: name });
    },
    async inserted() {
      key('1');
      // A phrase may ask for a word first: that is left.
      await seen(() => one('.notice', 'reply box') ?? one('.asking'));
      if (one('.asking')) key('Escape');
      else press(one('.notice button', 'Dismiss'));
    },
  };

  const names = Object.keys(acts);
  for (let count = 0; ; count++) {
    const act = names[random(names.length)] ?? '';
    const name = `${act}-${cycle}-${count}.`;
    await tell({ is: 'begun', act, name });
    await acts[act]?.(name);
    await tell({ is: 'done', act, name });
  }
}
