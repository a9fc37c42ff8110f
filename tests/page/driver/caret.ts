// Carets in strings: `'Dear |'` has one behind the blank, `'{old} text'` has "old" selected.

export function parseCaret(marked: string): { text: string; start: number; end: number } {
  const caret = marked.indexOf('|');
  if (caret >= 0) {
    const text = marked.slice(0, caret) + marked.slice(caret + 1);
    return { text, start: caret, end: caret };
  }
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  if (start < 0 || end < start) throw new Error(`No caret in '${marked}'.`);
  return { text: marked.replace('{', '').replace('}', ''), start, end };
}
