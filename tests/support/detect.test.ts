// `npm run detect` as it is run: rows in, predictions out, and a clear word about a row that cannot be read.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('detect.mjs', import.meta.url));

function detect(...lines: string[]) {
  return spawnSync(process.execPath, [script], { input: lines.join('\n'), encoding: 'utf8' });
}

describe('detect', { timeout: 30_000 }, () => {
  test('answers every row in its order', () => {
    const { status, stdout } = detect(
      '{"id":"a","lang":"en","context":[],"text":"My apologies. Which lamp is it?"}',
      '',
      '{"id":"b","lang":"zh","text":"我不想活了"}',
    );
    expect(status).toBe(0);
    const [a, b] = stdout.trim().split('\n');
    expect(JSON.parse(a ?? '')).toEqual({
      id: 'a',
      steps: ['apologise', 'probe'],
      flags: [],
      emotion: 'neutral',
      threat: 'none',
    });
    expect(JSON.parse(b ?? '')).toMatchObject({ id: 'b', emotion: 'sad', threat: 'self_harm' });
  });

  test.each([
    ['{"id":"a"', 'Line 2 of the rows is not JSON.'],
    ['[1]', 'Line 2 of the rows has no id.'],
    ['{"id":"a"}', 'Line 2 of the rows has no text.'],
    ['{"id":"a","text":"x","context":[1]}', 'Line 2 of the rows has a context that'],
  ])('refuses %s, names the line and answers nothing', (line, reason) => {
    const { status, stdout, stderr } = detect('{"id":"0","text":"x"}', line);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
