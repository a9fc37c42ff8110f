import type { EditedList } from '../../lib/domain/pack-document';

/** What is shown of a pack at a time. */
export const tabs = ['phrases', 'fragments', 'rewrites', 'houseWords', 'about', 'bring'] as const;
export type Tab = EditedList | 'about' | 'bring';
/** `key`: of the item that is open; undefined: the first. */
export type Chosen = { tab: Tab; key: number | undefined };
