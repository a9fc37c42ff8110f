// The one list of what is tested: editors in their places, operations, and what an editor does its own way.
import type { BrowserName } from '../driver/browser';

/** The page itself, two shadow roots deep, a frame of the same origin, and of one that was allowed. */
export type Place = 'light' | 'shadow' | 'frame' | 'foreign';

export type Editor = {
  name: string;
  title: string;
  /** Where it is tried besides the page itself. */
  also?: readonly Place[];
  /** A field of one line keeps the words of several apart. */
  isOneLine?: true;
  /** Several pasted lines become paragraphs of their own, also when the agent pastes them. */
  pastesParagraphs?: true;
  hasFormats?: false;
  /** Operations that the editor does not take; each must be told, and leave the box as it was. */
  refuses?: Partial<Record<BrowserName, readonly string[]>>;
  /** Where it knows no caret but its own; each insertion must be told, and leave the box as it was. */
  lost?: Partial<Record<BrowserName, Place>>;
  /** Operations that undo does not take back; each must fail the same way for text typed by hand. */
  keeps?: Partial<Record<BrowserName, readonly string[]>>;
};

const frames = ['frame', 'foreign'] as const;
// Not every editor knows shadow roots; these do.
const everywhere = ['shadow', ...frames] as const;

const editors: readonly Editor[] = [
  { name: 'textarea', title: 'textarea', also: everywhere, hasFormats: false },
  { name: 'input', title: 'input', hasFormats: false, isOneLine: true },
  { name: 'react', title: 'React textarea', also: everywhere, hasFormats: false },
  { name: 'editable', title: 'contenteditable', also: everywhere },
  { name: 'ckeditor4', title: 'CKEditor 4', pastesParagraphs: true },
  { name: 'ckeditor5', title: 'CKEditor 5', also: everywhere, lost: { chromium: 'shadow' } },
  { name: 'tinymce', title: 'TinyMCE 8', also: everywhere, pastesParagraphs: true },
  { name: 'tinymce-inline', title: 'TinyMCE 8 inline', also: frames, pastesParagraphs: true },
  { name: 'prosemirror', title: 'ProseMirror', also: everywhere },
  { name: 'tiptap', title: 'TipTap 3', also: everywhere },
  { name: 'quill', title: 'Quill 2', also: frames },
  { name: 'lexical', title: 'Lexical', also: everywhere },
  { name: 'lexical-plain', title: 'Lexical plain', hasFormats: false },
  { name: 'slate', title: 'Slate', also: everywhere },
  { name: 'draft', title: 'Draft.js', also: frames },
  { name: 'codemirror', title: 'CodeMirror 6', also: everywhere, hasFormats: false },
  { name: 'summernote', title: 'Summernote', also: everywhere },
  { name: 'trix', title: 'Trix', also: frames },
  // It opens a question whether pasted markup is meant as text, and waits for the agent.
  {
    name: 'jodit',
    title: 'Jodit',
    also: frames,
    refuses: { chromium: ['markup as text'], firefox: ['markup as text'] },
  },
  {
    name: 'medium-editor',
    title: 'MediumEditor',
    keeps: { chromium: ['into an empty box'], firefox: ['into an empty box'] },
  },
  { name: 'wangeditor', title: 'wangEditor 5', also: frames },
  { name: 'suneditor', title: 'SunEditor', also: frames },
  { name: 'quill1', title: 'Quill 1', refuses: { firefox: ['several lines'] } },
  { name: 'toastui', title: 'Toast UI', refuses: { firefox: ['several lines'] } },
  { name: 'squire', title: 'Squire', also: everywhere },
  { name: 'rooster', title: 'RoosterJS', also: frames },
  { name: 'trumbowyg', title: 'Trumbowyg', keeps: { firefox: ['into an empty box'] } },
];

export type Operation = {
  what: string;
  from: string;
  text: string;
  to: string;
  /** Before: nobody was in the box; the agent went elsewhere; a word is bold. */
  given?: 'unvisited' | 'left' | 'formatted';
  /** Replaces this instead of inserting. */
  replaces?: string;
};

const sentence = 'We are sorry that the parcel came late, and we will make it good. ';
const long = sentence.repeat(76).slice(0, 4999) + '.';

export const operations: readonly Operation[] = [
  {
    what: 'at the end, never focused',
    from: 'Dear Dana,|',
    text: ' sorry.',
    to: 'Dear Dana, sorry.|',
    given: 'unvisited',
  },
  { what: 'at the caret', from: 'Dear |', text: 'Dana,', to: 'Dear Dana,|' },
  { what: 'into an empty box', from: '|', text: 'Hello.', to: 'Hello.|' },
  { what: 'within a text', from: 'Dear |, thanks', text: 'Dana', to: 'Dear Dana|, thanks' },
  { what: 'the same words again', from: 'Sorry. |', text: 'Sorry.', to: 'Sorry. Sorry.|' },
  { what: 'over a selection', from: 'Dear {old} text', text: 'new', to: 'Dear new| text' },
  {
    what: 'where the caret was',
    from: 'Dear |, thanks',
    text: 'Dana',
    to: 'Dear Dana|, thanks',
    given: 'left',
  },
  { what: 'several lines', from: 'Dear |', text: 'A1\nB2\n\nD4', to: 'Dear A1\nB2\n\nD4|' },
  {
    what: 'Chinese',
    from: '您好，|',
    text: '给您带来不便，非常抱歉。',
    to: '您好，给您带来不便，非常抱歉。|',
  },
  { what: 'emoji', from: 'Hi |', text: '👩‍👩‍👧 👍🏽', to: 'Hi 👩‍👩‍👧 👍🏽|' },
  { what: 'right-to-left', from: 'Hi |', text: 'שלום דנה', to: 'Hi שלום דנה|' },
  { what: 'markup as text', from: 'See |', text: '<b>&amp;</b>', to: 'See <b>&amp;</b>|' },
  { what: '5,000 characters', from: 'Dear |', text: long, to: `Dear ${long}|` },
  {
    what: 'beside bold text',
    from: 'Dear Dana, thanks|',
    text: ' again',
    to: 'Dear Dana, thanks again|',
    given: 'formatted',
  },
  {
    what: 'replacing words',
    from: 'It is impossible today|',
    text: 'possible tomorrow, not',
    to: 'It is possible tomorrow, not| today',
    replaces: 'impossible',
  },
];

/** In the places besides the page itself the reach is what matters, not each kind of text. */
const anywhere = new Set([
  'at the end, never focused',
  'where the caret was',
  'several lines',
  'replacing words',
]);

export function operationsFor({ hasFormats }: Editor, place: Place): Operation[] {
  return operations.filter(
    ({ what, given }) =>
      (given !== 'formatted' || hasFormats !== false) && (place === 'light' || anywhere.has(what)),
  );
}

export const cells = editors.flatMap((editor) =>
  (['light', ...(editor.also ?? [])] as const).map((place) => ({ ...editor, place })),
);

/** How an editor's model shows a text that came to hold an inserted one. The one place where models may differ. */
export function shownBy(editor: Editor, text: string, inserted: string): string {
  if (editor.isOneLine) return text.replaceAll(/\n+/g, ' ');
  const at = text.indexOf(inserted);
  const isParagraph = editor.pastesParagraphs && inserted.includes('\n') && at > 0;
  return isParagraph ? `${text.slice(0, at)}\n\n${text.slice(at)}` : text;
}
