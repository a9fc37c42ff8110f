// The language that the Desk speaks, from now on and whenever it is changed.
import { computed, effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { speak, t } from '../../components/ui/texts';
import { interfaceLanguage, messagesIn } from '../../lib/browser/interface-language';
import { rememberInterfaceLanguage } from '../../lib/browser/last-language';
import type { Language } from '../../lib/domain/pack';
import type { Settings } from '../../lib/domain/settings';

export function speakAs(settings: ReadonlySignal<Settings>): ReadonlySignal<Language> {
  const language = computed(() => interfaceLanguage(settings.value.language));
  effect(() => {
    document.documentElement.lang = language.value;
    rememberInterfaceLanguage(language.value);
    speak(language.value, messagesIn(language.value));
    document.title = `${t('desk')} · Composure`;
  });
  return language;
}
