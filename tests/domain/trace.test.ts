import { describe, expect, test } from 'vitest';
import { comparable, createNeedles } from '../../lib/domain/trace';

const mask = '●●●●';
const masked = (name: string, text: string) => createNeedles([name]).masked(text);

test.each([
  ['Dana  REYES ', 'dana reyes'],
  ['\tdana\n reyes', 'dana reyes'],
  ['Ｄａｎａ　Ｒｅｙｅｓ', 'dana reyes'],
  ['陈　明', '陈 明'],
  [' ', ''],
])('names are compared without width, case and spare blanks: “%s”', (name, plain) => {
  expect(comparable(name)).toBe(plain);
});

describe('a name is looked for in the texts of others', () => {
  test.each([
    'Dana Reyes',
    'Reyes 8451',
    'J. P. van Dyk',
    '陈明',
    '欧阳小敏',
    'dana@mail.example',
    '@dana',
    '84512',
    '020 7946 0018',
    'visitor 84512',
    'guest@mail.example',
    'Theo Webster',
    'Mark Newman',
    'Anna New',
    'Guesthouse Miller',
    'Maria Clientes',
  ])('where it tells one person from others: “%s”', (name) => {
    expect(createNeedles([name]).found(`They said ${name} called.`)).toBe(true);
    expect(masked(name, `They said ${name} called.`)).toBe(`They said ${mask} called.`);
  });

  test.each([
    'Dana',
    'D. R',
    '陈',
    '',
    'Visitor 12 Kyoto',
    'anonymous person',
    'Guest one',
    'website form',
    'Web chat',
    'new customer',
    'unknown caller',
    'The Boss',
    'Our guest',
    'second visitor',
    'Happy User',
    'angry customer',
    'some client',
    '客户小陈',
    '老顾客',
    '访客甲',
    '游客一',
    '买家秀秀',
    '用户名',
    '匿名者',
    '网友某',
    '陈先生',
    '陈女士',
    '陈小姐',
  ])('and not where it is many people’s: “%s”', (name) => {
    const text = `They said ${name} called.`;
    expect(createNeedles([name]).found(text)).toBe(false);
    expect(masked(name, text)).toBe(text);
  });
});

describe('a name is found', () => {
  test.each([
    ['whatever its case', 'DANA reyes wrote.', `${mask} wrote.`],
    ['over lines', 'Dana\n  Reyes wrote.', `${mask} wrote.`],
    ['between marks', '(Dana Reyes)', `(${mask})`],
    ['wherever it stands', 'Dana Reyes, for Dana Reyes', `${mask}, for ${mask}`],
  ])('%s', (_, text, told) => {
    expect(createNeedles(['Dana Reyes']).found(text)).toBe(true);
    expect(masked('Dana Reyes', text)).toBe(told);
  });

  test.each(['Dana Reyesson', 'Jordana Reyes', 'Dana Reyes2', '7Dana Reyes', 'DanaReyes', 'Reyes'])(
    'whole, and not in “%s”',
    (text) => {
      expect(createNeedles(['Dana Reyes']).found(text)).toBe(false);
      expect(masked('Dana Reyes', text)).toBe(text);
    },
  );

  test('within Chinese, which has no spaces', () => {
    expect(masked('陈明', '昨天陈明打来电话，陈明很急')).toBe(`昨天${mask}打来电话，${mask}很急`);
  });

  test.each([
    ['Dana Reyes', '昨天Dana Reyes打来电话', `昨天${mask}打来电话`],
    ['dana@mail.example', '请发到dana@mail.example谢谢', `请发到${mask}谢谢`],
    ['13800138000', '请打13800138000找我', `请打${mask}找我`],
  ])('between Chinese words too: “%s”', (name, text, told) => {
    expect(createNeedles([name]).found(text)).toBe(true);
    expect(masked(name, text)).toBe(told);
  });

  test.each([
    ['陈明（VIP）', '问陈明（VIP）', `问${mask}`],
    ['陈明（VIP）', '问陈明(vip)', `问${mask}`],
    ['Ｄａｎａ　Ｒｅｙｅｓ', 'Ｄａｎａ　Ｒｅｙｅｓ or Dana Reyes', `${mask} or ${mask}`],
  ])('with wide letters as with others: “%s” in “%s”', (name, text, told) => {
    expect(createNeedles([name]).found(text)).toBe(true);
    expect(masked(name, text)).toBe(told);
  });

  test('as it is written, where it holds signs that patterns have a meaning for', () => {
    expect(masked('a.b+c@mail.example', 'a.b+c@mail.example')).toBe(mask);
    expect(masked('a.b+c@mail.example', 'axbbc@mail.example')).toBe('axbbc@mail.example');
    expect(masked('(020) 79460018', 'call (020) 79460018')).toBe(`call ${mask}`);
  });

  test('time and again, by the same needles', () => {
    const { found } = createNeedles(['Dana Reyes']);
    expect([found('Dana Reyes'), found('Dana Reyes'), found('nobody')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a row', () => {
  const { found, masked: maskRow } = createNeedles(['Dana Reyes', '陈明', 'dana reyes', 'Dana']);
  const row = {
    id: 'c1',
    number: 7,
    isOpen: true,
    none: null,
    gone: undefined,
    who: '',
    notes: [{ text: 'Dana Reyes and 陈明 agree.' }, { text: 'Dana waits.' }],
    inner: { lessons: ['Ask dana reyes first.', 3] },
  };

  test('is searched in all of its texts, and in nothing else', () => {
    expect(found(row)).toBe(true);
    expect(found({ inner: { deep: [null, 0, { text: '问陈明' }] } })).toBe(true);
    expect(found({ ...row, notes: [], inner: {} })).toBe(false);
    expect(found({ 'Dana Reyes': 1 })).toBe(false);
    expect([null, undefined, 7, false].map(found)).toEqual([false, false, false, false]);
  });

  test('is the same without the names, and as it was itself', () => {
    const before = structuredClone(row);
    expect(maskRow(row)).toEqual({
      ...before,
      notes: [{ text: `${mask} and ${mask} agree.` }, { text: 'Dana waits.' }],
      inner: { lessons: [`Ask ${mask} first.`, 3] },
    });
    expect(row).toEqual(before);
  });

  test('is left alone where there is nobody to look for', () => {
    const none = createNeedles(['Dana', '']);
    expect(none.found(row)).toBe(false);
    expect(none.masked(row)).toEqual(row);
  });
});
