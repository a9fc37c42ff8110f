// The way in for a pack: read, laid over the built-in ones, compiled, and its own tests tried.
import type { JsonPath } from '../text/json-places';
import { useCompiled } from './open-packs';
import type { OpenPacks } from './open-packs';
import type { Pack } from './pack';
import { placeFaults } from './pack-fault';
import type { PackFault, UnplacedFault } from './pack-fault';
import { layerPacks } from './pack-layers';
import { isBuiltIn } from './pack-strays';
import { summaryOf } from './pack-summary';
import type { PackSummary } from './pack-summary';
import { failedTests } from './pack-trial';
import { compilePacks } from './prepared-packs';
import { readPack, withoutMark } from './read-pack';
import { selectorsOf } from './site-selectors';
import { fillPhrase } from './slot';

export type Admission =
  | {
      ok: true;
      summary: PackSummary;
      /** Of its sites, with their places: only a page can tell whether they are selectors. */
      selectors: readonly { path: JsonPath; selector: string }[];
      /** Its own phrases that the draft check would point out: worth a look, and no reason to refuse it. */
      mild: readonly PackFault[];
    }
  | { ok: false; faults: readonly PackFault[] };

export type Admitting = {
  text: string;
  /** Those it is laid over. One with its own id is left out, so that a built-in pack can be tried as well. */
  builtIn: readonly Pack[];
  /** Whether the id of a built-in pack is allowed. */
  mayBeBuiltIn?: boolean;
  /** Called now and then with how much of it is done, from 0 to 1. */
  onProgress?: (share: number) => void;
};

const mostMild = 50;
const phrasesAtOnce = 250;

/** Tries a pack as it would be used. Never throws, whatever the text holds. */
export function admitPack({ text, builtIn, ...options }: Admitting): Admission {
  const { mayBeBuiltIn = false, onProgress = () => {} } = options;
  const refuse = (faults: readonly UnplacedFault[]): Admission => ({
    ok: false,
    faults: placeFaults(withoutMark(text), faults),
  });
  const read = readPack(text);
  if (!read.ok) return read;
  const { pack } = read;
  onProgress(0.2);
  if (isBuiltIn(pack) && !mayBeBuiltIn)
    return refuse([{ path: ['id'], why: 'reserved', what: [pack.id] }]);
  const below = builtIn.filter(({ id }) => id !== pack.id);
  const { packs } = layerPacks(below, [pack]);
  const { compiled, refusals } = compilePacks(packs);
  const [tooMuch] = refusals;
  if (tooMuch) return refuse([{ path: [], why: 'too-much', what: [tooMuch.words.slice(0, 80)] }]);
  onProgress(0.4);
  const open = useCompiled(packs, compiled);
  const failed = failedTests(pack, open);
  if (failed.length > 0) return refuse(failed);
  return {
    ok: true,
    summary: summaryOf(pack),
    selectors: (pack.sites ?? []).flatMap((site, index) =>
      selectorsOf(site).map(({ path, selector }) => ({
        path: ['sites', index, ...path],
        selector,
      })),
    ),
    mild: placeFaults(
      text,
      flaggedPhrases(pack, open, (share) => onProgress(0.5 + share / 2)),
    ),
  };
}

/** Of the phrases as they are said, in all languages of the pack. */
function flaggedPhrases(
  pack: Pack,
  { packs, check }: OpenPacks,
  onProgress: (share: number) => void,
): UnplacedFault[] {
  const faults: UnplacedFault[] = [];
  const places = new Map(pack.phrases.map(({ id }, index) => [id, index]));
  const own = packs.filter(({ id }) => id === pack.id);
  const said = own.flatMap(({ language, phrases }) =>
    phrases.map(({ id, text }) => ({ at: ['phrases', places.get(id) ?? 0], language, text })),
  );
  for (const [index, { at, language, text }] of said.entries()) {
    if (index % phrasesAtOnce === 0) onProgress(index / said.length);
    const [flag] = check(fillPhrase(text, {}).text);
    const variant = language === pack.language ? [] : ['variants', language];
    if (flag && faults.length < mostMild)
      faults.push({
        path: [...at, ...variant, 'text'],
        why: 'own-words',
        what: [flag.words, flag.rule],
      });
  }
  return faults;
}
