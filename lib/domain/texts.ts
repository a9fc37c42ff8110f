// Takes a text out of a language's messages and fills its places.
import type english from '../../public/_locales/en/messages.json';

export type TextKey = keyof typeof english;
export type Messages = Readonly<Record<TextKey, { message: string }>>;

/** The text for a key, with `$1`, `$2` … replaced as in the browsers' own message files. */
export function textOf(
  messages: Messages,
  key: TextKey,
  slots: readonly (string | number)[] = [],
): string {
  return messages[key].message.replaceAll(/\$(\d)/g, (_, place: string) =>
    String(slots[Number(place) - 1] ?? ''),
  );
}
