import { chineseScripts } from '../../lib/domain/chinese-script';
import type { Quiet, Settings } from '../../lib/domain/settings';
import { ruleText } from '../draft/rule-text';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Locked } from '../ui/locked';
import { t } from '../ui/texts';
import { TimeSettings } from './time-settings';

export type SettingsFormProps = {
  settings: Settings;
  /** Names of those that the organisation's policy has locked. */
  locked: ReadonlySet<string>;
  onSave: (change: Partial<Settings>) => void;
};

/** Every change is saved as it is made. */
export function SettingsForm({ settings, locked, onSave }: SettingsFormProps) {
  return (
    <div class="settings">
      <h2>{t('deskSettings')}</h2>
      <Locked is={locked.has('language')}>
        <Choice
          label={t('settingLanguage')}
          value={settings.language}
          options={[
            { value: 'auto', title: t('languageAuto') },
            { value: 'en', title: 'English' },
            { value: 'zh-CN', title: '简体中文' },
          ]}
          onChoose={(language) => onSave({ language })}
        />
      </Locked>
      <p class="hint">{t('settingLanguageHint')}</p>
      <Choice
        label={t('settingScript')}
        value={settings.chineseScript}
        options={chineseScripts.map((value) => ({ value, title: t(`script_${value}`) }))}
        onChoose={(chineseScript) => onSave({ chineseScript })}
      />
      <p class="hint">{t('settingScriptHint')}</p>
      <Field
        label={t('settingAgent')}
        value={settings.agentName}
        maxLength={80}
        onInput={(agentName) => onSave({ agentName })}
      />
      <p class="hint">{t('settingAgentHint')}</p>
      <Locked is={locked.has('teamName')}>
        <Field
          label={t('settingTeam')}
          value={settings.teamName}
          maxLength={80}
          onInput={(teamName) => onSave({ teamName })}
        />
      </Locked>
      <p class="hint">{t('settingTeamHint')}</p>
      <Locked is={locked.has('pulseSeconds')}>
        <Choice
          label={t('settingPulse')}
          value={String(settings.pulseSeconds)}
          options={['15', '30', '45', '60', '90', '120'].map((value) => ({
            value,
            title: t('secondsShort', value),
          }))}
          onChoose={(seconds) => onSave({ pulseSeconds: Number(seconds) })}
        />
      </Locked>
      <p class="hint">{t('settingPulseHint')}</p>
      <TimeSettings settings={settings} locked={locked} onSave={onSave} />
      {settings.quiet.length > 0 && (
        <QuietList quiet={settings.quiet} onChange={(quiet) => onSave({ quiet })} />
      )}
    </div>
  );
}

type QuietListProps = { quiet: readonly Quiet[]; onChange: (quiet: readonly Quiet[]) => void };

/** What was dismissed for good while writing, each to be taken back. */
function QuietList({ quiet, onChange }: QuietListProps) {
  return (
    <section class="quiet" aria-label={t('settingQuiet')}>
      <h2>{t('settingQuiet')}</h2>
      <p class="hint">{t('settingQuietHint')}</p>
      <ul>
        {quiet.map(({ id, words, rule }) => (
          <li key={id}>
            <Button onClick={() => onChange(quiet.filter((each) => each.id !== id))}>
              {t(
                'settingQuietBack',
                rule === undefined ? words : t('settingQuietRule', ruleText(rule)),
              )}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
