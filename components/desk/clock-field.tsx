import { useId } from 'preact/hooks';

type ClockFieldProps = { label: string; minutes: number; onChange: (minutes: number) => void };

/** A time of day, as minutes since midnight. */
export function ClockField({ label, minutes, onChange }: ClockFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        value={asClock(minutes)}
        onChange={(event) => {
          const [hours = NaN, rest = NaN] = event.currentTarget.value.split(':').map(Number);
          const chosen = hours * 60 + rest;
          if (Number.isFinite(chosen)) onChange(chosen);
        }}
      />
    </div>
  );
}

function asClock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
