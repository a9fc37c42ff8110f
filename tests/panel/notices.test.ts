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
