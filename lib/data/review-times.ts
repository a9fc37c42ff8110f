// The promises and holds of a period, for a review of the log.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { reviewTimes } from '../domain/review-times';
import type { TimesReview } from '../domain/review-times';
import { holdSchema, promisedSchema } from '../domain/stored-times';
import type { Database } from './db';
import type { Broken } from './sound';

export function createTimesReview(
  db: Database,
  now: () => number,
  { sound }: Pick<Broken, 'sound'>,
) {
  return {
    /** @param from epoch ms: promises made and holds begun since then */
    watch: (from: number): Observable<TimesReview> =>
      liveQuery(async () => {
        const [promises, holds] = await Promise.all([
          db.promises.where('madeAt').aboveOrEqual(from).toArray(),
          db.holds.where('startedAt').aboveOrEqual(from).toArray(),
        ]);
        return reviewTimes(
          sound('promises', promisedSchema, promises),
          sound('holds', holdSchema, holds),
          now(),
        );
      }),
  };
}
