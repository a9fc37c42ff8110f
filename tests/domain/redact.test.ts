import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskText } from '../../lib/domain/mask-text';
import { maskName } from '../../lib/domain/redact';
import { isLuhn, isResidentId } from '../../lib/domain/redact-forms';

describe('masked in a text', () => {
  test.each([
    ['a mail address', 'Mail dana.reyes@example.com.', 'Mail d●●●@●●●.'],
    ['one with a tag and a country', 'a+b%c@mail.example.co.uk', 'a●●●@●●●'],
    ['one with accents', 'élodie@exämple.fr', 'é●●●@●●●'],
    ['one between Chinese, alone', '请发到li.wei@example.com谢谢', '请发到l●●●@●●●谢谢'],
    ['one with Chinese in it', '张三@例子.中国', '张●●●@●●●'],
    ['two of them', 'a@b.com, c@d.com', 'a●●●@●●●, c●●●@●●●'],
    ['a Chinese mobile number', '电话13812345678。', '电话●●●●78。'],
    ['one in groups', '138 1234 5678', '●●●●78'],
    ['one with the country', '+86 138-1234-5678', '●●●●78'],
    ['one in wide digits', '１３８１２３４５６７８', '●●●●７８'],
    ['seven digits, the fewest', '555-1234', '●●●●34'],
    ['a landline', '010-88886666', '●●●●66'],
    ['one with the area in brackets', '(010) 8888 6666', '(●●●●66'],
    ['an international number', 'call +44 20 7946 0958 now', 'call ●●●●58 now'],
    ['an American one', '+1 (555) 123-4567', '●●●●67'],
    ['one with dots', '06.12.34.56.78', '●●●●78'],
    ['one with unbreakable spaces', '06\u00a012\u00a034\u00a056\u00a078', '●●●●78'],
    ['one that begins like a year', '2026 1234 567', '●●●●67'],
    ['a card', '6222 0212 3456 7890 123', '●●●●23'],
    ['a card without spaces', '4111111111111111', '●●●●11'],
    ['a Chinese identity number', '110105194912310021', '●●●●21'],
    ['one that ends in X', '身份证11010519491231002X，', '身份证●●●●02，'],
    ['one that ends in x', '11010519491231002x', '●●●●02'],
    ['a passport', 'E12345678', 'E●●●●78'],
    ['an account', 'DE89 3704 0044 0532 0130 00', '●●●●'],
    ['one with letters', 'to GB29 NWBK 6016 1331 9268 19 please', 'to ●●●● please'],
    ['what only looks like one', 'DE88 3704 0044 0532 0130 00', 'DE●●●●00'],
    ['a British insurance number', 'NI QQ 12 34 56 C', 'NI QQ 12 34 56 C'],
    ['a real one of those', 'NI AB 12 34 56 C', 'NI ●●●●'],
    ['a card behind a sign of money', '$4111111111111111', '●●●●11'],
    ['a card before one', '6222021234567890123元', '●●●●23元'],
    ['a plate', '车牌京A·12345停在门口', '车牌●●●●停在门口'],
    ['a newer plate', '粤BD12345', '●●●●'],
    ['a name in another service', '加我微信：lili_wang88 谢谢', '加我微信：●●●● 谢谢'],
    ['a short number there', '我的QQ 123456', '我的QQ ●●●●'],
    ['in English', 'WhatsApp: dana-r77.', 'WhatsApp: ●●●●.'],
    ['a street', 'Send it to 12 Orchard Lane, please.', 'Send it to ●●●●, please.'],
    ['a flat with its postcode', 'Flat 4, 221B Baker Street, NW1 6XE', '●●●●, ●●●●'],
    ['a state and its code', 'Springfield, IL 62704', 'Springfield, ●●●●'],
    ['a Chinese street', '寄到建国路88号3号楼1502室，谢谢', '●●●●，谢谢'],
    ['one with city and district', '北京市朝阳区建国路88号', '●●●●'],
    ['an internet address', '192.168.100.100', '●●●●00'],
    ['a long order number, as it may be an account', 'SO12345678', 'SO●●●●78'],
    ['a number behind a day', '2026-11-21-0012345', '●●●●45'],
    ['a number after a day', '2026-11-21 13812345678', '2026-11-21 ●●●●78'],
    ['a number after a price', '12.50 13812345678', '12.50 ●●●●78'],
  ])('%s', (_, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('left as it is in a text', () => {
  test.each([
    '',
    'The box was torn, the cup broken.',
    '杯子碎了，包装也破了。',
    'order 123456',
    'order A-123456',
    'on 2026-11-21',
    'on 2026-11-21 18:00:00',
    'from 2026-11-20 to 2026-11-21',
    '2026.11.21',
    '2026年11月21日18点30分',
    '21/11/2026',
    'at 18:00, for 3 days',
    '1,299.00',
    '12999.00 paid',
    '￥12999.00元',
    '$1250000',
    '€ 1250000.50',
    '1250000元',
    '24 x 7',
    '3.5, 4.0',
    '@dana, see #12345',
    'me@home',
    '●●●●78',
    'QQ音乐无法播放',
    '微信支付失败了',
    'line 3 of the form',
    'on the road for 3 hours',
    '12 Blue boxes',
    '第88号柜台',
    'a 3 Way switch, 2 St Johns',
  ])('%j', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

describe('what it is taken for', () => {
  test.each([
    ['dana@mail.example', 'mail'],
    ['4111 1111 1111 1111', 'card'],
    ['4111 1111 1111 1112', 'number'],
    ['5555555555554444', 'card'],
    ['378282246310005', 'card'],
    ['4222222222222', 'card'],
    ['4917610000000000003', 'card'],
    ['987654321098', 'number'],
    ['98765432109876543214', 'number'],
    ['8613812345678', 'phone'],
    ['99913812345678', 'number'],
    ['138123456789999', 'number'],
    ['0123456789012', 'phone'],
    ['01234567890124', 'number'],
    ['30 12 34 56 78', 'number'],
    ['12 123-45-6789', 'number'],
    ['123-45-6789 01', 'number'],
    ['11010519491231002X', 'identity'],
    ['110105194912310029', 'number'],
    ['123-45-6789', 'identity'],
    ['13812345678', 'phone'],
    ['+44 20 7946 0958', 'phone'],
    ['010-88886666', 'phone'],
    ['京A12345', 'plate'],
    ['DE89370400440532013000', 'account'],
    ['221B Baker Street', 'address'],
    ['SO88887777', 'number'],
  ])('%s: %s', (text, kind) => {
    const told: string[] = [];
    maskText(`x ${text} y`, (masked) => told.push(masked.kind));
    expect(told).toEqual([kind]);
  });

  test.each(['9110105194912310021', '11010519491231002X1', '11010519491331002X', ''])(
    '%j is no identity number',
    (id) => {
      expect(isResidentId(id)).toBe(false);
    },
  );

  test('any card number, and any that is one digit off is none', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{12,17}$/),
        fc.integer({ min: 1, max: 9 }),
        (digits, off) => {
          const check = '0123456789'.split('').find((each) => isLuhn(digits + each)) ?? '';
          expect(isLuhn(digits + String((Number(check) + off) % 10))).toBe(false);
        },
      ),
    );
  });

  test('any identity number, and none that is one digit off', () => {
    const day = fc.date({
      min: new Date('1930-01-02'),
      max: new Date('2020-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-6]\d{5}$/),
        day,
        fc.stringMatching(/^\d{3}$/),
        (place, born, order) => {
          const digits = `${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`;
          const real = '0123456789X'.split('').filter((check) => isResidentId(digits + check));
          expect(real).toHaveLength(1);
        },
      ),
    );
  });
});

describe('a masked name', () => {
  test.each([
    ['Dana', 'Dana'],
    ['Dana Reyes', 'Dana R●●●●'],
    ['  Dana   Maria Reyes ', 'Dana   M●●●● R●●●●'],
    ['Ms Li', 'Ms L●●●●'],
    ['陈晓', '陈●●'],
    ['陈晓明', '陈●●'],
    ['欧阳娜娜', '欧●●'],
    ['陈晓明先生', '陈●●'],
    ['𠮷野太郎', '𠮷●●'],
    ['陈', '陈'],
    ['陈晓明 13812345678', '陈●● ●●●●78'],
    ['陈晓明，13812345678', '陈●●，●●●●78'],
    ['李娜（王伟代）', '李●●（王●●）'],
    ['VIP 陈晓明', 'VIP 陈●●'],
    ['Dana Reyes, dana@example.com', 'Dana R●●●●, d●●●@●●●'],
    ['dana@example.com', 'd●●●@●●●'],
    ['13812345678', '●●●●78'],
    ['', ''],
    ['   ', ''],
  ])('%j is %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});

const separator = fc.constantFrom('', ' ', '-', '.');
const longNumberArbitrary = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 19 }), separator)
  .map(([digits, between]) => digits.join(between));
const around = fc.string({ unit: fc.constantFrom(...'ab，。 请发'.split(''), '👍') });

describe('for any text', () => {
  test('a long number never stays whole, whatever stands around it', () => {
    fc.assert(
      fc.property(around, longNumberArbitrary, around, (before, number, after) => {
        const masked = maskText(`${before}${number}${after}`);
        expect(masked.replaceAll(/\D/g, '').length).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('a mail address never stays, whatever stands around it', () => {
    fc.assert(
      fc.property(around, fc.emailAddress(), around, (before, mail, after) => {
        expect(maskText(`${before}${mail}${after}`)).not.toContain(mail);
      }),
    );
  });

  test('without digits and at signs nothing changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const silent = text.replaceAll(/[@\p{Nd}]/gu, '');
        expect(maskText(silent)).toBe(silent);
      }),
    );
  });

  test('what is masked stays as it is when masked again', () => {
    fc.assert(
      fc.property(fc.oneof(around, longNumberArbitrary, fc.emailAddress()), around, (one, two) => {
        const masked = maskText(`${one} ${two}`);
        expect(maskText(masked)).toBe(masked);
        const name = maskName(`${two} ${one}`);
        expect(maskName(name)).toBe(name);
      }),
    );
  });
});
