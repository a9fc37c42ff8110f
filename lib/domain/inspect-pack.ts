// What the form shows of a pack while it is being written: its faults, phrases that say the same, its other language.
import { findAlike } from '../text/alike';
import type { Alike } from '../text/alike';
import { admitPack } from './admit-pack';
import type { Language, Pack } from './pack';
import { itemsOf, openDocument, wordsOf } from './pack-document';
import type { PackFault } from './pack-fault';
import { inEachLanguage } from './pack-texts';
import { parsePacks } from './review-layers';

export type Inspection = {
  /** What keeps it from being used. */
  faults: readonly PackFault[];
  /** Its own phrases that the draft check would point out. */
  mild: readonly PackFault[];
  /** Places of phrases. */
  alike: readonly Alike[];
  parity: Parity | undefined;
};

/** How far this pack and one in another language say the same, by the ids of their phrases. */
type Parity = {
  title: string;
  language: Language;
  both: number;
  onlyHere: number;
  onlyThere: number;
};

export type Inspecting = {
  text: string;
  builtIn: readonly string[];
  /** The other packs that are there: one of them may be this one in another language. */
  others: readonly string[];
};

/** Never throws, whatever the text holds. */
export function inspectPack({ text, builtIn, others }: Inspecting): Inspection {
  const own = parsePacks(builtIn);
  const admission = admitPack({ text, builtIn: own });
  const document = openDocument(text);
  const phrases = document ? itemsOf(document, 'phrases') : [];
  const texts = phrases.map(({ value }) => wordsOf(value['text']));
  const ids = new Set(phrases.map(({ value }) => wordsOf(value['id'])));
  const language = admission.ok ? admission.summary.language : undefined;
  const isInTwo = phrases.some(({ value }) => value['variants'] !== undefined);
  const candidates = [...(isInTwo ? parsePacks([text]) : []), ...parsePacks(others), ...own];
  const counterparts = candidates
    .flatMap(inEachLanguage)
    .filter((pack) => pack.language !== language);
  return {
    faults: admission.ok ? [] : admission.faults,
    mild: admission.ok ? admission.mild : [],
    alike: findAlike(texts),
    parity: language && parityOf(ids, counterparts),
  };
}

/** With the pack that shares the most ids; undefined where none shares any. */
function parityOf(ids: ReadonlySet<string>, packs: readonly Pack[]): Parity | undefined {
  const counted = packs.map(({ title, language, phrases }) => {
    const both = phrases.filter(({ id }) => ids.has(id)).length;
    return { title, language, both, onlyHere: ids.size - both, onlyThere: phrases.length - both };
  });
  const [best] = counted.toSorted((a, b) => b.both - a.both);
  return best && best.both > 0 ? best : undefined;
}
