// Which rules mask: what was masked by others is made anew (lib/data/log-rows.ts).

/** A digest of the files that mask; tests/domain/mask-version.test.ts tells the next one when they change. */
export const maskVersion = 'ce0e2169';
