// How much of the disk the browser has given to this extension, and whether it may take it back.

export const browserStorage = {
  /** Bytes used, and those that may be. */
  measure: async () => {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { used: usage, quota, isKept: await navigator.storage.persisted() };
  },
  /** Asks the browser never to clear it by itself; it may say no. */
  keep: (): Promise<boolean> => navigator.storage.persist(),
};
