// When the browser's storage is nearly full: early enough to back up and to let old things go.

const nearlyFull = 0.8;

/** Whether there will soon be no room; both in bytes. */
export function isNearlyFull({ used, quota }: { used: number; quota: number }): boolean {
  return quota > 0 && used >= quota * nearlyFull;
}
