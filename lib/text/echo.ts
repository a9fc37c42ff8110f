// How much of a passage repeats what was said before: the content words that both share.

/** Words that stand in any sentence and so repeat nothing. */
const empty = new Set(
  'a about after again all also am an and any are as at back be because been before being but by can could did do does doing done dont for from get getting go going got had has have having hello help here hi how i if in into is it its just know let like look me more my need no not now of off on one or order our out over please see sent should so some sorry still such than thank thanks that the their them then there these they this those to too try trying up us use very want was we well were what when where which who why will with would yes you your'.split(
    ' ',
  ),
);
const word = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
const han = /\p{Script=Han}+/gu;
const emptyHan =
  /[的了是我您你们这那个在有和就都也不吗呢吧啊哦哈亲请好很要会能可以一下还没给到说过么什]/u;

/** The number of different content words, or pairs of Chinese characters, that the passage shares with earlier texts. */
export function sharedWords(passage: string, before: readonly string[]): number {
  const known = new Set(before.flatMap((text) => [...contentOf(text)]));
  return sharedContent(contentOf(passage), known);
}

/** The same, where the content of both is known already. */
export function sharedContent(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of one) if (other.has(each)) shared++;
  return shared;
}

/** The beginnings of a text's content words, and its pairs of Chinese characters: what tells one text from another. */
export function contentOf(text: string): ReadonlySet<string> {
  const content = new Set<string>();
  for (const [each] of text.toLowerCase().matchAll(word)) {
    if (/\p{Script=Han}/u.test(each) || each.length < 3 || empty.has(each)) continue;
    content.add(stemOf(each));
  }
  for (const [run] of text.matchAll(han))
    for (let at = 0; at + 2 <= run.length; at++) {
      const pair = run.slice(at, at + 2);
      if (!emptyHan.test(pair)) content.add(pair);
    }
  return content;
}

// "Cancelled" repeats "cancel", "deliveries" repeats "delivery": what a word begins with tells it well enough.
function stemOf(each: string): string {
  return each.replace(/(?:'s|’s|s)$/, '').slice(0, 5);
}
