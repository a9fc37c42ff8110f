import { useId } from 'preact/hooks';

type MomentFieldProps = { label: string; at: number; onChange: (at: number) => void };

/** A date and time of this place, by the browser's own picker. */
export function MomentField({ label, at, onChange }: MomentFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={asLocal(at)}
        onChange={(event) => {
          const chosen = new Date(event.currentTarget.value).getTime();
          if (Number.isFinite(chosen)) onChange(chosen);
        }}
      />
    </div>
  );
}

/** As such a field writes it: local, to the minute. */
function asLocal(at: number): string {
  const moment = new Date(at);
  return new Date(at - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
