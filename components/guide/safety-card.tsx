import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Procedure, Threat } from '../../lib/domain/pack';
import type { SafetyStore, ShownAlarm } from '../../lib/panel/safety';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import './safety.css';

const titles: Record<Threat, TextKey> = {
  'threat.self-harm': 'threat_self_harm',
  'threat.violence': 'threat_violence',
  'threat.legal': 'threat_legal',
};

/** What was heard and what to do now, on top of everything; nothing where nobody is threatened (X1, X2). */
export function SafetyCards({ safety }: { safety: SafetyStore }) {
  const alarms = safety.alarms.value;
  const first = alarms.find(({ open }) => open);
  const top = useRef<HTMLDivElement>(null);
  const mark = first && `${first.threat} ${first.messages.join(' ')}`;
  useLayoutEffect(() => {
    if (mark !== undefined) top.current?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  useHotkeys(first ? { s: () => safety.say(first), a: () => safety.read(first) } : {});
  return (
    <div ref={top} class="safety-cards">
      {/* Stands before there is anything to say: screen readers hear of it once, when it comes. */}
      <p class="unseen" role="alert">
        {first ? `${titleOf(first)}: ${first.words}` : ''}
      </p>
      {alarms.map((alarm) =>
        alarm.open ? (
          <OpenAlarm key={alarm.threat} alarm={alarm} first={alarm === first} safety={safety} />
        ) : (
          <details key={alarm.threat} class="safety-read">
            <summary>{t('safetyWasRead', titleOf(alarm))}</summary>
            <Words alarm={alarm} />
            <Steps procedure={alarm.procedure} />
          </details>
        ),
      )}
      {safety.debrief.value && (
        <section class="card" aria-label={t('debriefTitle')}>
          <p>
            <b>{t('debriefTitle')}</b> {t('debriefText')}
          </p>
          <div class="actions">
            <Button onClick={safety.debriefed}>{t('debriefDone')}</Button>
          </div>
        </section>
      )}
    </div>
  );
}

type OpenAlarmProps = { alarm: ShownAlarm; first: boolean; safety: SafetyStore };

function OpenAlarm({ alarm, first, safety }: OpenAlarmProps) {
  const { procedure } = alarm;
  return (
    <section class="safety" aria-label={titleOf(alarm)}>
      <h2>{titleOf(alarm)}</h2>
      <Words alarm={alarm} />
      {procedure && (
        <button
          type="button"
          class="safety-say"
          title={t('insert')}
          aria-keyshortcuts={first ? 'S' : undefined}
          onClick={() => void safety.say(alarm)}
        >
          <span>{procedure.say}</span>
          {first && <Key name="S" />}
        </button>
      )}
      <Steps procedure={procedure} />
      <div class="actions">
        <Button onClick={() => safety.read(alarm)} {...(first && { hotkey: 'A' })}>
          {t('safetyRead')}
        </Button>
        <Button kind="quiet" onClick={() => safety.dismiss(alarm)}>
          {t('safetyNone')}
        </Button>
      </div>
    </section>
  );
}

function Words({ alarm }: { alarm: ShownAlarm }) {
  return (
    <p>
      <small>
        {t('safetyBecause')}
        <q>{alarm.words}</q>
      </small>
    </p>
  );
}

function Steps({ procedure }: { procedure: Procedure | undefined }) {
  if (!procedure) return <p>{t('safetyNoProcedure')}</p>;
  return (
    <>
      <ol class="safety-steps">
        {procedure.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {procedure.contacts && (
        <dl class="safety-contacts">
          {procedure.contacts.map(({ name, how }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function titleOf({ procedure, threat }: ShownAlarm): string {
  return procedure?.title ?? t(titles[threat]);
}
