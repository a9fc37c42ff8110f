// What the settings are before anybody changed them; apart from their schema, for the first paint.

export const defaultSettings = {
  language: 'auto',
  agentName: '',
  teamName: '',
  pulseSeconds: 30,
  quiet: [],
  refusals: { format: 1, combos: [] },
} as const;
