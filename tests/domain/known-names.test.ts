import { expect, test } from 'vitest';
import { withoutNames } from '../../lib/domain/known-names';

const customer = (name: string) => [{ name, as: 'X' }];

test.each([
  ['Dana Reyes', 'Dana Reyes called; DANA was upset.', 'X called; X was upset.'],
  ['Dana Reyes', 'Ms Reyes’ parcel, reyes said', 'Ms X’ parcel, X said'],
  ['Reyes, Dana', 'Dana Reyes and Danae', 'X X and Danae'],
  [
    'Dr. Will de la Cruz',
    'Will de la Cruz will call, Dr Cruz said',
    'X de la X will call, Dr X said',
  ],
  ["Siobhán O'Neill", "O'Neill, siobhán", 'X, X'],
  ['José (VIP)', 'josé asked', 'X asked'],
  ['陈晓明', '陈晓明先生说晓明的包裹没到，陈先生很生气', 'X说X的包裹没到，X很生气'],
  ['欧阳娜', '欧阳娜女士和欧阳小姐', 'X和X'],
  ['陈晓明 VIP', '客户陈晓明来电', '客户X来电'],
  ['Dana Reyes', '昨天Dana Reyes打来，说Dana很急', '昨天X打来，说X很急'],
  ['Dana Reyes', 'Dana Reyes, then dana reyes', 'X, then X'],
  ['Hope Lane', 'Hope had hope, Hope left', 'X had hope, X left'],
  ['Dana R●●●●', 'Dana was masked before', 'Dana was masked before'],
  ['陈晓明', '陈晓明和陈晓明先生', 'X和X'],
  ['陈晓明', '陈先生，陈先生！', 'X，X！'],
  ['陈晓明', '晓明，晓明！', 'X，X！'],
  ['陈明', '陈明说明天到', 'X说明天到'],
  ['李东方', '李先生来电，东方的包裹', 'X来电，X的包裹'],
  ['夏侯', '夏女士和夏侯', 'X和X'],
  ['北京晨光文具公司', '北京晨光文具公司的北小姐', 'X的北小姐'],
  ['C+ (a', 'the C+ plan', 'the X plan'],
  ['', 'Nobody was named.', 'Nobody was named.'],
  ['A', 'A letter is no name.', 'A letter is no name.'],
])('%s is taken out of %s', (name, text, left) => {
  expect(withoutNames(text, customer(name))).toBe(left);
});

test('what stands in place of a name is taken literally', () => {
  expect(withoutNames('Dana called.', [{ name: 'Dana', as: '$& $1' }])).toBe('$& $1 called.');
});

test('what stands in place of a name may hold a part of it, and stands there once', () => {
  const names = [{ name: 'Dana Reyes', as: 'Dana R●●●●' }];
  expect(withoutNames('Dana Reyes waits, Reyes said; ask Dana.', names)).toBe(
    'Dana R●●●● waits, Dana R●●●● said; ask Dana R●●●●.',
  );
});
