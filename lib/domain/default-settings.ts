// What the settings are before anybody changed them; apart from their schema, for the first paint.

export const defaultSettings = {
  language: 'auto',
  chineseScript: 'simplified',
  agentName: '',
  teamName: '',
  pulseSeconds: 30,
  workingHours: { from: 9 * 60, to: 18 * 60, days: [1, 2, 3, 4, 5] },
  quietHours: null,
  sound: false,
  warnMinutes: 5,
  chatSeconds: 60,
  mailMinutes: 60,
  retention: null,
  maskAlways: false,
  quiet: [],
  exportProfiles: [],
  refusals: { format: 1, combos: [] },
} as const;
