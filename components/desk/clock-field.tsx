import { PickerField } from '../ui/picker-field';

type ClockFieldProps = { label: string; minutes: number; onChange: (minutes: number) => void };

/** A time of day, as minutes since midnight. */
export function ClockField({ label, minutes, onChange }: ClockFieldProps) {
  const pick = (value: string) => {
    const [hours = NaN, rest = NaN] = value.split(':').map(Number);
    const chosen = hours * 60 + rest;
    if (Number.isFinite(chosen)) onChange(chosen);
  };
  return <PickerField label={label} type="time" value={asClock(minutes)} onPick={pick} />;
}

function asClock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
