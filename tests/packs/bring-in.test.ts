// Files of other tools, written by hand after what their sources and manuals say.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringFormats, phrasesOf } from '../../lib/domain/brought';
import { bringIn, formatOf } from '../../lib/packs/bring-in';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const read = (text: string, name: string) => bringIn(text, formatOf(text, name));

test('Chatwoot: canned responses', () => {
  const text = json([
    {
      id: 1,
      account_id: 1,
      short_code: 'hi',
      content: 'Hi {{contact.first_name}}, {{agent.name}} here.',
    },
    {
      id: 2,
      account_id: 1,
      short_code: 'order',
      content: 'About {{ conversation.custom_attribute.order_id }}:',
    },
  ]);
  expect(read(text, 'canned.json')).toEqual({
    format: 'chatwoot',
    rows: [
      { line: 2, shortcut: 'hi', text: 'Hi {customer}, {agent} here.' },
      { line: 8, shortcut: 'order', text: 'About {conversation-custom-attribute-order-id}:' },
    ],
    problems: [],
  });
});

test('Zammad: text modules, as plain words; what is not active stays there', () => {
  const text = [
    'id;name;keywords;content;note;active',
    '1;greeting;hi hello;"<div>Hello #{ticket.customer.firstname},<br>I&#39;m #{user.firstname} &amp; glad.</div><p>Ticket #{ticket.number}</p>";first;true',
    '2;old;old;Old.;;false',
  ].join('\n');
  expect(read(text, 'text_modules.csv')).toEqual({
    format: 'zammad',
    rows: [
      {
        line: 2,
        text: "Hello {customer},\nI'm {agent} & glad.\nTicket {ticket-number}",
        shortcut: 'hi',
        note: 'first',
      },
    ],
    problems: [{ line: 3, why: 'left-out', what: 'old' }],
  });
});

test('Live Helper Chat: canned messages; what is disabled stays there', () => {
  const header =
    'id,title,explain,msg,fallback_msg,position,delay,department_id,user_id,auto_send,attr_int_1,attr_int_2,attr_int_3,languages,additional_data,html_snippet,unique_id,created_at,updated_at,active_from,active_to,repetitiveness,days_activity,disabled,delete_on_exp,subject,tags_plain,department_ids_front';
  const row = (msg: string, disabled: number) =>
    `7,Greeting,at first,"${msg}",,0,0,0,0,0,0,0,0,,,,7,0,0,0,0,0,,${disabled},0,,"hello, hi",`;
  const text = [
    header,
    row('Hello {nick},\nI am {operator}. Mail: {email}', 0),
    row('Off', 1),
  ].join('\r\n');
  expect(read(text, 'canned-messages-2026-11-22.csv')).toEqual({
    format: 'live-helper-chat',
    rows: [
      {
        line: 2,
        text: 'Hello {customer},\nI am {agent}. Mail: {email}',
        shortcut: 'hello',
        note: 'at first',
      },
    ],
    problems: [{ line: 4, why: 'left-out', what: 'Greeting' }],
  });
});

test('Zendesk: macros that say a text', () => {
  const text = json({
    macros: [
      {
        title: 'Late',
        description: null,
        active: true,
        actions: [
          { field: 'status', value: 'open' },
          {
            field: 'comment_value_html',
            value: '<p>Hello {{ticket.requester.first_name}},</p><p>{{current_user.name}}</p>',
          },
        ],
      },
      {
        title: 'Old',
        active: true,
        actions: [{ field: 'comment_value', value: ['channel:all', 'As before.'] }],
      },
      { title: 'Close', active: true, actions: [{ field: 'status', value: 'solved' }] },
      { title: 'Off', active: false, actions: [{ field: 'comment_value', value: 'Off.' }] },
    ],
    next_page: null,
  });
  const { format, rows, problems } = read(text, 'macros.json');
  expect(format).toBe('zendesk');
  expect(rows).toEqual([
    { line: 3, text: 'Hello {customer},\n{agent}', note: 'Late' },
    { line: 18, text: 'As before.', note: 'Old' },
  ]);
  expect(problems.map(({ why, what }) => [why, what])).toEqual([
    ['left-out', 'Close'],
    ['left-out', 'Off'],
  ]);
});

test('espanso: matches that replace words with words', () => {
  const text = `# mine
matches:
  - trigger: ":hi"
    replace: "Hello {{name}}, how are you?$|$"
    vars:
      - name: name
        type: echo
  - triggers: [":bye", ":b"]
    label: at the end
    replace: |
      Goodbye.
      Thank you.
  - trigger: ":img"
    image_path: "/x.png"
`;
  expect(read(text, 'base.yml')).toEqual({
    format: 'espanso',
    rows: [
      { line: 3, shortcut: ':hi', note: '', text: 'Hello {name}, how are you?' },
      { line: 8, shortcut: ':bye', note: 'at the end', text: 'Goodbye.\nThank you.\n' },
    ],
    problems: [{ line: 13, why: 'left-out', what: ':img' }],
  });
});

describe('a table', () => {
  test('is known by the names of its columns, in either language', () => {
    const text = '\ufeff标题,内容,快捷词,备注\n问候,"您好，{customer}",nihao,先问候\n';
    expect(read(text, '话术.csv')).toEqual({
      format: 'csv',
      table: {
        header: ['标题', '内容', '快捷词', '备注'],
        columns: { text: 1, shortcut: 2, note: 3 },
      },
      rows: [{ line: 2, text: '您好，{customer}', shortcut: 'nihao', note: '先问候' }],
      problems: [],
    });
  });

  test('without such names is guessed by the longest words; columns may be chosen', () => {
    const text = 'a\tb\n1\tA longer text.\n2\tAnother one.';
    expect(bringIn(text, 'csv').rows.map((row) => row.text)).toEqual([
      'A longer text.',
      'Another one.',
    ]);
    expect(bringIn(text, 'csv', { text: 0, note: 1 }).rows[0]).toEqual({
      line: 2,
      text: '1',
      note: 'A longer text.',
    });
  });
});

test('as phrases: free ids, a moment, shortcuts that can be ones; what cannot be a phrase is told by line', () => {
  const row = (line: number, text: string, more: object = {}) => ({ line, text, ...more });
  const { phrases, problems } = phrasesOf(
    [
      row(2, ' Hello. ', { shortcut: ':Grüß Gott', place: 'greet', note: ' Warm. ' }),
      row(3, 'Known.'),
      row(4, 'x'.repeat(2001)),
      row(5, 'Hidden \u202e.'),
      row(6, 'Half {a'),
      row(7, 'Bye.', { shortcut: 'taken', place: 'somewhere' }),
    ],
    {
      place: 'close.else',
      phrases: [{ id: 'own.3', text: 'Known.', shortcut: 'taken' }],
      stem: 'own',
    },
  );
  expect(phrases).toEqual([
    { id: 'own.2', text: 'Hello.', places: ['greet'], shortcut: 'gru-gott', note: 'Warm.' },
    { id: 'own.4', text: 'Bye.', places: ['close.else'] },
  ]);
  expect(problems.map(({ line, why }) => [line, why])).toEqual([
    [3, 'twice'],
    [4, 'too-long'],
    [5, 'hidden'],
    [6, 'brace'],
    [7, 'shortcut'],
    [7, 'place'],
  ]);
});

test('whatever a file holds, reading it ends, and what it brings can be a phrase or is told', () => {
  const files = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(fc.array(fc.string()), { maxLength: 5 })
      .map((rows) => rows.map((row) => row.join(',')).join('\n')),
    fc.constantFrom(
      'matches: &a [*a]',
      '{"macros":[{"actions":[]}]}',
      '"',
      `matches: ${'['.repeat(9000)}`,
      '<p>&#9999999;</p>',
    ),
  );
  fc.assert(
    fc.property(files, fc.constantFrom(...bringFormats), (text, format) => {
      const { rows, problems } = bringIn(text, format);
      const made = phrasesOf(rows, { place: 'greet', phrases: [], stem: 'x' });
      for (const { line } of [...problems, ...made.problems]) expect(line).toBeGreaterThan(0);
      for (const phrase of made.phrases) expect(phrase.text.trim()).toBe(phrase.text);
    }),
    { numRuns: 1000 },
  );
});
