import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../lib/domain/settings';

const defaults = {
  language: 'auto',
  chineseScript: 'simplified',
  agentName: '',
  teamName: '',
  pulseSeconds: 30,
  workingHours: { from: 540, to: 1080, days: [1, 2, 3, 4, 5] },
  quietHours: null,
  sound: false,
  warnMinutes: 5,
  chatSeconds: 60,
  mailMinutes: 60,
  retention: null,
  maskAlways: false,
  quiet: [],
  refusals: { format: 1, combos: [] },
  exportProfiles: [],
};

describe('the settings', () => {
  test('are their defaults when none was ever set', () => {
    expect(settingsSchema.parse({})).toEqual(defaults);
  });

  test('check in every half a minute (H4)', () => {
    expect(settingsSchema.parse({}).pulseSeconds).toBe(30);
  });

  test.each([
    { language: 'en' },
    { language: 'zh-CN' },
    { chineseScript: 'hk' },
    { agentName: '小陈' },
    { agentName: 'x'.repeat(80) },
    { pulseSeconds: 15 },
    { pulseSeconds: 120 },
    { workingHours: { from: 480, to: 960, days: [0, 6] } },
    { quietHours: { from: 1320, to: 420 } },
    { sound: true },
    { warnMinutes: 0 },
    { chatSeconds: 15 },
    { mailMinutes: 120 },
    { retention: { days: 365, states: ['reviewed'] } },
    { quiet: [{ id: 'built-in.en:must', words: 'you must' }] },
  ])('%j is kept', (stored) => {
    expect(settingsSchema.parse(stored)).toEqual({ ...defaults, ...stored });
  });

  test.each([
    { language: 'fr' },
    { language: null },
    { agentName: 5 },
    { agentName: 'x'.repeat(81) },
    { pulseSeconds: 14 },
    { pulseSeconds: 121 },
    { pulseSeconds: '30' },
    { pulseSeconds: Number.NaN },
    { workingHours: { from: 480, to: 1441, days: [] } },
    { workingHours: { from: 480, to: 960, days: [7] } },
    { quietHours: { from: -1, to: 420 } },
    { sound: 'yes' },
    { warnMinutes: -1 },
    { chatSeconds: 5 },
    { mailMinutes: 0 },
    { retention: { days: 7, states: ['reviewed'] } },
    { retention: { days: 365, states: ['done'] } },
    { quiet: 'must' },
    { quiet: [{ id: 7, words: 'you must' }] },
    { unknown: true },
  ])('%j becomes the default', (stored) => {
    expect(settingsSchema.parse(stored)).toEqual(defaults);
  });

  test('one bad value does not take the others with it', () => {
    expect(settingsSchema.parse({ language: 7, agentName: 'Noor', pulseSeconds: 60 })).toEqual({
      ...defaults,
      agentName: 'Noor',
      teamName: '',
      pulseSeconds: 60,
    });
  });

  test('whatever was stored, settings come out that stay as they are', () => {
    const stored = fc.record(
      {
        language: fc.anything(),
        agentName: fc.anything(),
        pulseSeconds: fc.anything(),
        quiet: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(stored, (values) => {
        const settings = settingsSchema.parse(values);
        expect(settingsSchema.parse(settings)).toEqual(settings);
      }),
    );
  });
});
