import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { fieldKinds } from '../../lib/domain/complaint-groups';
import { maskComplaint } from '../../lib/domain/mask-complaint';

const complaint = newComplaint(
  { who: 'Dana Reyes', what: 'Dana called from 13812345678.', contact: 'dana@mail.example' },
  { channel: 'help.example', receivedAt: 1 },
  { id: 'x', number: 1, at: 2 },
);

test('name and contact are masked, and the name in every text', () => {
  expect(maskComplaint({ ...complaint, lessons: 'Ms Reyes was right.' })).toEqual({
    ...complaint,
    who: 'Dana R●●●●',
    what: 'Dana R●●●● called from ●●●●78.',
    contact: 'd●●●@●●●',
    lessons: 'Ms Dana R●●●● was right.',
  });
});

test('what is masked by its form is told, with its field', () => {
  const told: string[] = [];
  maskComplaint(complaint, ({ kind, words, as }, field) =>
    told.push(`${field} ${kind} ${words} ${as}`),
  );
  expect(told).toEqual([
    'contact mail dana@mail.example d●●●@●●●',
    'what phone 13812345678 ●●●●78',
  ]);
});

const words = Object.entries(fieldKinds).flatMap(([field, { is }]) =>
  is === 'words' || is === 'choiceOrWords' || field === 'contact' ? [field] : [],
);

test('whatever text holds the family name or a card: neither leaves the log', () => {
  fc.assert(
    fc.property(fc.subarray(words), fc.constantFrom('', ' ', '（', '，'), (fields, before) => {
      const text = `x${before} Reyes, 4111 1111 1111 1111 ${before}y`;
      const filled = Object.fromEntries(fields.map((field) => [field, text]));
      const masked = JSON.stringify(maskComplaint({ ...complaint, ...filled }));
      expect(masked).not.toMatch(/Reyes|4111/);
    }),
  );
});
