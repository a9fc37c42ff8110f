import type { PackLayer } from '../../lib/domain/kept-pack';
import type { Category } from '../../lib/domain/pack';
import type { PackItem } from '../../lib/domain/pack-document';
import type { BringIn } from '../../lib/panel/bring-in';
import type { PackEditor } from '../../lib/panel/pack-editor';
import type { PackReview } from '../../lib/panel/pack-review';

export type OpenedEditor = {
  editor: PackEditor;
  review: PackReview;
  bring: BringIn;
  /** The built-in categories of a language. */
  categories: (language: unknown) => readonly Category[];
  /** Version of the pack of this id that is kept; undefined where none is. */
  keptVersion: (id: unknown) => string | undefined;
  saveFile: () => void;
  take: (layer: PackLayer) => void;
  back: () => void;
};
/** Undefined where there is no such draft. */
export type OpenEditor = (id: number, ended: AbortSignal) => Promise<OpenedEditor | undefined>;

/** Sets one value of the item; undefined takes it out. */
export type SetValue = (key: string, value: unknown) => void;
export type ItemFormProps = OpenedEditor & { item: PackItem; set: SetValue };
