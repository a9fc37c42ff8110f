// One typing error: a letter missing, too many, wrong, or two letters in the wrong order.

/**
 * Whether a word, or a beginning of it, is one typing error away from what was typed (an optimal string alignment
 * distance of 1). The first two letters are not both wrong.
 */
export function isOneErrorFrom(typed: string, word: string): boolean {
  const least = Math.min(typed.length, word.length);
  let at = 0;
  while (at < least && typed.charCodeAt(at) === word.charCodeAt(at)) at++;
  if (at === typed.length) return false;
  const [here, next] = [typed.charCodeAt(at), typed.charCodeAt(at + 1)];
  const [there, behind] = [word.charCodeAt(at), word.charCodeAt(at + 1)];
  // What was typed goes on in the word behind the error; the end of what was typed fits everything.
  const goesOn = (typedFrom: number, wordFrom: number) =>
    wordFrom <= word.length && word.startsWith(typed.slice(typedFrom), wordFrom);
  const swapped = here === behind && next === there && goesOn(at + 2, at + 2);
  return swapped || goesOn(at + 1, at) || goesOn(at, at + 1) || goesOn(at + 1, at + 1);
}
