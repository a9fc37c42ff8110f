import { expect, test } from 'vitest';
import { writeRecord } from '../../lib/domain/written-record';
import type { WrittenRecord } from '../../lib/domain/written-record';

const record = (...values: string[]): WrittenRecord => ({
  title: 'Complaint no. 7',
  sections: [
    { title: 'What was told', lines: values.map((value, n) => ({ title: `Field ${n}`, value })) },
    { title: 'Result', lines: [{ title: 'Lessons', value: ' ' }] },
  ],
});

test('as text it is a line for each field; what is empty is left out', () => {
  expect(writeRecord(record('Dana', '', ' The *cup*\nbroke '), 'text')).toBe(
    'Complaint no. 7\n\nField 0: Dana\nField 2: The *cup*\nbroke',
  );
});

test('as Markdown it has headings and a list', () => {
  expect(writeRecord(record('Dana', 'one\r\ntwo'), 'markdown')).toBe(
    '# Complaint no. 7\n\n## What was told\n\n- **Field 0**: Dana\n- **Field 1**: one  \n  two',
  );
});

test('Chinese titles have a Chinese colon', () => {
  const lines = [{ title: '人', value: '陈明' }];
  const chinese = { title: '第 7 号投诉', sections: [{ title: '经过', lines }] };
  expect(writeRecord(chinese, 'text')).toBe('第 7 号投诉\n\n人：陈明');
  expect(writeRecord(chinese, 'markdown')).toContain('- **人**：陈明');
});

test.each([
  ['*bold* _lean_ `code`', String.raw`\*bold\* \_lean\_ \`code\``],
  ['<b>&lt;</b>', String.raw`\<b\>\&lt;\</b\>`],
  ['[a](javascript:b) ![c](d)', String.raw`\[a\](javascript:b) !\[c\](d)`],
  ['# no heading', String.raw`\# no heading`],
  ['- no item', String.raw`\- no item`],
  ['+ no item', String.raw`\+ no item`],
  ['===', String.raw`\===`],
  ['1. no item', String.raw`1\. no item`],
  ['12) no item', String.raw`12\) no item`],
  ['> nobody said it', String.raw`\> nobody said it`],
  ['~~gone~~ | cell', String.raw`\~\~gone\~\~ \| cell`],
  [String.raw`a\b`, String.raw`a\\b`],
  ['3.5 kg - fine', '3.5 kg - fine'],
])('nothing that was written becomes a mark: %s', (value, told) => {
  expect(writeRecord(record(value), 'markdown')).toContain(`- **Field 0**: ${told}`);
  expect(writeRecord(record(`x\n${value}`), 'markdown')).toContain(`x  \n  ${told}`);
});
