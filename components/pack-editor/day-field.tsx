import { useId } from 'preact/hooks';

type DayFieldProps = { label: string; day: string; onChange: (day: string) => void };

/** A day as 2026-11-22, by the browser's own picker; empty for none. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={day}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
