// What the texts of other tools become here: marked-up text becomes plain, and their variables become slots.

/** Their names of what every conversation here knows; any other variable becomes a slot that is asked for. */
export type KnownNames = Readonly<Record<string, 'customer' | 'agent'>>;

/** @param pattern its first group is the variable's name; it is global */
export function withSlots(text: string, pattern: RegExp, known: KnownNames): string {
  return text.replaceAll(pattern, (_, given: string) => {
    const name = given.trim().toLowerCase();
    return `{${Object.hasOwn(known, name) ? known[name] : slotOf(name)}}`;
  });
}

function slotOf(name: string): string {
  const plain = name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '');
  return plain === '' ? 'word' : plain.slice(0, 60);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a piece of HTML, with its paragraphs and breaks as lines. Nothing of it is ever shown as HTML. */
export function plainWords(html: string): string {
  if (!/<[a-z/!]|&[#a-z]/i.test(html)) return html;
  return html
    .replaceAll(/<(?:script|style)\b[^]*?<\/(?:script|style)\s*>/gi, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/<br\s*\/?>\s*/gi, '\n')
    .replaceAll(/<\/(?:p|div|li|h\d|blockquote|tr)\s*>\s*/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) =>
      letterOf(whole, name),
    )
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function letterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
