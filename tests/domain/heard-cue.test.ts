import { expect, test } from 'vitest';
import { cuesOf } from '../../lib/domain/heard-cue';
import type { Cue } from '../../lib/domain/pack';

test('the cues of all packs are listened for, and what their categories are told by', () => {
  const cue: Cue = { means: 'angry', side: 'customer', words: ['furious'] };
  const heard = cuesOf([
    { cues: [cue] },
    {},
    {
      categories: [
        { id: 'parcel', title: 'Parcel', finds: ['parcel', 'box'] },
        { id: 'other', title: 'Other' },
      ],
    },
  ]);
  expect(heard).toEqual([
    cue,
    { means: 'about', side: 'customer', words: ['parcel', 'box'], category: 'parcel' },
  ]);
});
