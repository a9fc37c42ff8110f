/** A rewrite by its id, a sentence that it points at, and what its first wording makes of the sentence. */
export type RewrittenRow = readonly [id: string, draft: string, reworded: string | undefined];
