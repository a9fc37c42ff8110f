import { PickerField } from './picker-field';

type MomentFieldProps = { label: string; at: number; onChange: (at: number) => void };

/** A date and time of this place. */
export function MomentField({ label, at, onChange }: MomentFieldProps) {
  const pick = (value: string) => {
    const chosen = new Date(value).getTime();
    if (Number.isFinite(chosen)) onChange(chosen);
  };
  return <PickerField label={label} type="datetime-local" value={asLocal(at)} onPick={pick} />;
}

/** As such a field writes it: local, to the minute. */
function asLocal(at: number): string {
  const moment = new Date(at);
  return new Date(at - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
