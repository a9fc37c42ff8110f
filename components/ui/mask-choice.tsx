import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Locked } from './locked';
import { t } from './texts';

const always = signal(false);

/** Whether the organisation's policy has everything masked that leaves the log. */
export function maskAlways(is: boolean): void {
  always.value = is;
}

type MaskChoiceProps = { masked: boolean; onChange: (masked: boolean) => void };

/** Names and long numbers masked: the agent's choice, unless the policy has made it. */
export function MaskChoice({ masked, onChange }: MaskChoiceProps) {
  const isSet = always.value;
  useEffect(() => {
    if (isSet && !masked) onChange(true);
  });
  return (
    <Locked is={isSet}>
      <label class="check">
        <input
          type="checkbox"
          checked={masked || isSet}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t('maskExport')}
      </label>
    </Locked>
  );
}
