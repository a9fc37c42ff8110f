// Selectors that will still fit tomorrow: ids, classes and attributes that people wrote, not what a build made up.
import type { Root } from './roots';

const generated = /^(?:css|sc|jss\d*|jsx|svelte|emotion|astro|ng|_ng\w*)-/i;
const wordLike = /^[a-z]+(?:(?:-|_|--|__)?[a-z]+)*$/i;
const telling = /^(?:role|name|type|aria-label|placeholder|data-.+)$/;
const fleeting =
  /^(?:active|focused?|hover(?:ed)?|selected|open|visible|hidden|first|last|odd|even|new|unread|is-.*|has-.*)$/i;

/** Whether a class or id looks chosen by a person: words, no digits, no random letters. */
export function isStable(token: string): boolean {
  if (token.length > 40 || generated.test(token) || !wordLike.test(token)) return false;
  if (fleeting.test(token)) return false;
  return token.split(/[-_]+/).every((part) => !isRandom(part));
}

/** `bdVaJa`, `xYzQw`, `kltrw`: changes of case inside, or no vowel in a long part. */
function isRandom(part: string): boolean {
  if (/[a-z][A-Z][a-z]?[A-Z]|[A-Z]{2}[a-z][A-Z]/.test(part)) return true;
  return part.length > 4 && !/[aeiouy]/i.test(part);
}

/** What can be said of an element by itself, the most telling first. */
export function tokensOf(element: Element): string[] {
  const classes = [...element.classList].filter(isStable).map((name) => `.${CSS.escape(name)}`);
  const attributes = [...element.attributes]
    .filter(({ name, value }) => telling.test(name) && /^[\p{L} _-]{1,30}$/u.test(value))
    .map(({ name, value }) => `[${CSS.escape(name)}="${CSS.escape(value)}"]`);
  return [...attributes.filter((each) => each.startsWith('[data-')), ...classes, ...attributes];
}

/** A selector that fits this element alone in its document or shadow root, now. */
export function selectorOf(element: Element): string {
  const root = element.getRootNode() as Root; // Elements that can be pointed at lie in one.
  const isAlone = (selector: string) => {
    const found = root.querySelectorAll(selector);
    return found.length === 1 && found[0] === element;
  };
  const tag = element.localName;
  const id = isStable(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  const tokens = tokensOf(element);
  const own = [...id, tag, ...tokens.map((token) => tag + token), tag + tokens.join('')];
  const alone = own.find(isAlone);
  if (alone !== undefined) return alone;
  const parent = element.parentElement;
  if (!parent) return tag;
  const around = selectorOf(parent);
  const within = [tag, ...tokens.map((token) => tag + token)].map((each) => `${around} > ${each}`);
  return within.find(isAlone) ?? `${around} > ${tag}:nth-child(${placeOf(element, parent)})`;
}

function placeOf(element: Element, parent: Element): number {
  return [...parent.children].indexOf(element) + 1;
}
