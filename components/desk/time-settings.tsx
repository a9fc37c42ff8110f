import type { Settings } from '../../lib/domain/settings';
import { Choice } from '../ui/choice';
import { Locked } from '../ui/locked';
import { spokenLanguage, t } from '../ui/texts';
import { ClockField } from './clock-field';
import type { SettingsFormProps } from './settings-form';

/** Working and quiet hours, the first answer, and how soon a promise is called to mind. */
export function TimeSettings({ settings, locked, onSave }: SettingsFormProps) {
  const { workingHours, quietHours, sound } = settings;
  const work = (change: Partial<Settings['workingHours']>) =>
    onSave({ workingHours: { ...workingHours, ...change } });
  const chooseMinutes = (
    label: string,
    name: 'warnMinutes' | 'mailMinutes',
    options: readonly number[],
  ) => (
    <Locked is={locked.has(name)}>
      <Choice
        label={label}
        value={String(settings[name])}
        options={options.map((value) => ({
          value: String(value),
          title: value === 0 ? t('settingWarnNot') : t('minutesShort', value),
        }))}
        onChoose={(minutes) => onSave({ [name]: Number(minutes) })}
      />
    </Locked>
  );
  return (
    <section class="times" aria-label={t('settingTimes')}>
      <h2>{t('settingTimes')}</h2>
      <Locked is={locked.has('workingHours')}>
        <div class="pair">
          <ClockField
            label={t('settingWorkFrom')}
            minutes={workingHours.from}
            onChange={(from) => work({ from })}
          />
          <ClockField
            label={t('settingWorkTo')}
            minutes={workingHours.to}
            onChange={(to) => work({ to })}
          />
        </div>
        <Days days={workingHours.days} onChange={(days) => work({ days })} />
      </Locked>
      <p class="hint">{t('settingWorkHint')}</p>
      <Locked is={locked.has('quietHours')}>
        <label class="check">
          <input
            type="checkbox"
            checked={quietHours !== null}
            onChange={(event) =>
              onSave({ quietHours: event.currentTarget.checked ? usualQuiet : null })
            }
          />
          {t('settingQuietOn')}
        </label>
        {quietHours && (
          <div class="pair">
            <ClockField
              label={t('settingQuietFrom')}
              minutes={quietHours.from}
              onChange={(from) => onSave({ quietHours: { ...quietHours, from } })}
            />
            <ClockField
              label={t('settingQuietTo')}
              minutes={quietHours.to}
              onChange={(to) => onSave({ quietHours: { ...quietHours, to } })}
            />
          </div>
        )}
      </Locked>
      <p class="hint">{t('settingQuietHoursHint')}</p>
      {chooseMinutes(t('settingWarn'), 'warnMinutes', [0, 5, 10, 15, 30, 60])}
      <p class="hint">{t('settingWarnHint')}</p>
      <Locked is={locked.has('chatSeconds')}>
        <Choice
          label={t('settingChat')}
          value={String(settings.chatSeconds)}
          options={[15, 30, 60, 120, 300].map((value) => ({
            value: String(value),
            title: t('secondsShort', value),
          }))}
          onChoose={(seconds) => onSave({ chatSeconds: Number(seconds) })}
        />
      </Locked>
      {chooseMinutes(t('settingMail'), 'mailMinutes', [30, 60, 90, 120, 240])}
      <p class="hint">{t('settingFirstHint')}</p>
      <Locked is={locked.has('sound')}>
        <label class="check">
          <input
            type="checkbox"
            checked={sound}
            onChange={(event) => onSave({ sound: event.currentTarget.checked })}
          />
          {t('settingSound')}
        </label>
      </Locked>
      <p class="hint">{t('settingSoundHint')}</p>
    </section>
  );
}

const usualQuiet = { from: 22 * 60, to: 7 * 60 };
const week = [1, 2, 3, 4, 5, 6, 0];

type DaysProps = { days: readonly number[]; onChange: (days: readonly number[]) => void };

function Days({ days, onChange }: DaysProps) {
  return (
    <fieldset class="days">
      <legend>{t('settingWorkDays')}</legend>
      {week.map((day) => (
        <label key={day} class="check">
          <input
            type="checkbox"
            checked={days.includes(day)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...days, day].toSorted((a, b) => a - b)
                  : days.filter((each) => each !== day),
              )
            }
          />
          {nameOf(day)}
        </label>
      ))}
    </fieldset>
  );
}

/** The epoch began on a Thursday. */
function nameOf(day: number): string {
  return new Intl.DateTimeFormat(spokenLanguage(), { weekday: 'short', timeZone: 'UTC' }).format(
    (day + 3) * 86_400_000,
  );
}
