// One complaint as a text for somewhere else: plain, or as Markdown that shows what was written and nothing more.

/** What of it is told, in the words of the interface. */
export type WrittenRecord = {
  title: string;
  sections: readonly { title: string; lines: readonly { title: string; value: string }[] }[];
};
export type TextKind = 'text' | 'markdown';

/** The text, a line for each field that holds something; sections without any are left out. */
export function writeRecord({ title, sections }: WrittenRecord, kind: TextKind): string {
  const told = sections
    .map((section) => ({
      ...section,
      lines: section.lines.filter(({ value }) => value.trim() !== ''),
    }))
    .filter(({ lines }) => lines.length > 0);
  const blocks = told.map((section) => (kind === 'text' ? plain(section) : markdown(section)));
  return [kind === 'text' ? title : `# ${escapeMarkdown(title)}`, ...blocks].join('\n\n');
}

type Section = WrittenRecord['sections'][number];

function plain({ lines }: Section): string {
  return lines.map(({ title, value }) => `${title}${colonAfter(title)}${value.trim()}`).join('\n');
}

function markdown({ title, lines }: Section): string {
  const items = lines.map(({ title: name, value }) => {
    // Two spaces in front keep a line within its item, two behind break it.
    const told = value
      .trim()
      .split(/\r\n?|\n/)
      .map(escapeMarkdown)
      .join('  \n  ');
    return `- **${escapeMarkdown(name)}**${colonAfter(name)}${told}`;
  });
  return [`## ${escapeMarkdown(title)}`, items.join('\n')].join('\n\n');
}

function colonAfter(title: string): string {
  return /\p{Script=Han}/u.test(title) ? '：' : ': ';
}

/** What Markdown would make something of, anywhere or at the beginning of a line (CommonMark 0.31, 2.4). */
function escapeMarkdown(line: string): string {
  return line
    .trim()
    .replaceAll(/[\\`*_[\]<>&|~#]/g, String.raw`\$&`)
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
}
