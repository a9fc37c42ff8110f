import { expect, test } from 'vitest';
import { createNotices } from '../../lib/panel/notices';
import { createPackNews } from '../../lib/panel/pack-news';
import { keptPack } from '../packs/small-pack';

const offering = (offered?: string) => ({
  source: { url: 'https://a.example/', ...(offered !== undefined && { offered }) },
});

test('a version that waits is told once, the next one again; of what is off nothing', () => {
  const notices = createNotices();
  const tell = createPackNews(notices);
  const told = (...rows: Parameters<typeof tell>[0]) => {
    tell(rows);
    const text = notices.current.value?.text;
    notices.dismiss();
    return text;
  };
  expect(told(keptPack('north', offering()))).toBeUndefined();
  expect(told(keptPack('north', { ...offering('1.1.0'), enabled: false }))).toBeUndefined();
  expect(told(keptPack('north', offering('1.1.0')))).toBe('north|1.1.0');
  expect(told(keptPack('north', offering('1.1.0')))).toBeUndefined();
  expect(told(keptPack('north', offering('1.2.0')))).toBe('north|1.2.0');
});

test('it does not take the place of what is being said', () => {
  const notices = createNotices();
  const tell = createPackNews(notices);
  notices.show({ about: 'inserted' });
  tell([keptPack('north', offering('1.1.0'))]);
  expect(notices.current.value?.about).toBe('inserted');
  notices.dismiss();
  tell([keptPack('north', offering('1.1.0'))]);
  expect(notices.current.value?.about).toBe('pack-offered');
  tell([keptPack('north', offering('1.2.0'))]);
  expect(notices.current.value?.text).toBe('north|1.2.0');
});
