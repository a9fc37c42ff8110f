// The interface's words in the language spoken now; changing it changes every view at once.
import { signal } from '@preact/signals';
import { textOf } from '../../lib/domain/texts';
import type { Messages, TextKey } from '../../lib/domain/texts';

export type { TextKey } from '../../lib/domain/texts';

const tongue = signal<{ language: string; messages: Messages } | undefined>();

/** Switches the interface to a language (BCP 47) and its messages. */
export function speak(language: string, messages: Messages): void {
  tongue.value = { language, messages };
}

/** The text for a key in the language spoken now. */
export function t(key: TextKey, ...slots: (string | number)[]): string {
  return tongue.value ? textOf(tongue.value.messages, key, slots) : key;
}

/** The language of the interface, for dates and numbers. */
export function spokenLanguage(): string {
  return tongue.value?.language ?? 'en';
}
