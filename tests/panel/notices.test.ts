import { expect, test } from 'vitest';
import { createNotices } from '../../lib/panel/notices';

test('the line says the newest thing alone, until it is dismissed', () => {
  const notices = createNotices();
  expect(notices.current.value).toBeUndefined();
  notices.show({ about: 'inserted' });
  notices.show({ about: 'saved', text: '7' });
  expect(notices.current.value).toEqual({ about: 'saved', text: '7' });
  notices.dismiss();
  expect(notices.current.value).toBeUndefined();
});

test('what was told of a conversation waits beside another, and is there again on return', () => {
  const notices = createNotices();
  notices.show({ about: 'saved', text: '7' });
  notices.turn('one', 'two');
  expect(notices.current.value).toBeUndefined();
  notices.show({ about: 'promise-made' });
  notices.turn('two', 'one');
  expect(notices.current.value).toEqual({ about: 'saved', text: '7' });
  notices.dismiss();
  notices.turn('one', 'two');
  expect(notices.current.value).toEqual({ about: 'promise-made' });
});

test('what holds beside any conversation stays', () => {
  const notices = createNotices();
  notices.show({ about: 'pack-offered', text: 'North|1.1.0' });
  notices.turn('one', 'two');
  expect(notices.current.value?.about).toBe('pack-offered');
});
