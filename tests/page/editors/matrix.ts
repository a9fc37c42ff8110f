// The one list of what is tested: editors in their places, operations, and what an editor does its own way.
import type { BrowserName } from '../driver/browser';

export const places = ['light', 'shadow', 'frame', 'foreign'] as const;
export type Place = (typeof places)[number];

type Editor = {
  name: string;
  title: string;
  /** Where it is tried besides the page itself. */
  also?: readonly Place[];
  /** How it shows the expected text, where that is not as it is. */
  shows?: (text: string) => string;
  hasFormats?: false;
  /** Undo steps for one insertion, where the editor itself needs more than one. */
  undoSteps?: (browser: BrowserName, operation: string) => number;
};

export const editors: readonly Editor[] = [
  { name: 'textarea', title: 'textarea', hasFormats: false, also: ['shadow', 'frame', 'foreign'] },
  {
    name: 'input',
    title: 'input',
    hasFormats: false,
    // A field of one line keeps the words of several apart.
    shows: (text) => text.replaceAll(/\n+/g, ' '),
  },
  { name: 'react', title: 'React textarea', hasFormats: false, also: ['shadow', 'foreign'] },
  { name: 'editable', title: 'contenteditable', also: ['shadow', 'frame', 'foreign'] },
  { name: 'ckeditor4', title: 'CKEditor 4' },
  { name: 'ckeditor5', title: 'CKEditor 5', also: ['frame', 'foreign'] },
  { name: 'tinymce', title: 'TinyMCE 8', also: ['frame'] },
  { name: 'tinymce-inline', title: 'TinyMCE 8 inline' },
  { name: 'prosemirror', title: 'ProseMirror' },
  { name: 'tiptap', title: 'TipTap 3', also: ['shadow', 'frame', 'foreign'] },
  { name: 'quill', title: 'Quill 2', also: ['frame', 'foreign'] },
  { name: 'lexical', title: 'Lexical', also: ['frame', 'foreign'] },
  { name: 'lexical-plain', title: 'Lexical plain', hasFormats: false },
  { name: 'slate', title: 'Slate', also: ['frame', 'foreign'] },
  { name: 'draft', title: 'Draft.js' },
  { name: 'codemirror', title: 'CodeMirror 6', hasFormats: false, also: ['shadow', 'frame'] },
  { name: 'summernote', title: 'Summernote' },
  { name: 'trix', title: 'Trix' },
  { name: 'jodit', title: 'Jodit' },
  { name: 'medium-editor', title: 'MediumEditor' },
  { name: 'trumbowyg', title: 'Trumbowyg' },
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
  'at the caret',
  'over a selection',
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
