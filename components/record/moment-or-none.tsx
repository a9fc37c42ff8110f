import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

type MomentOrNoneProps = {
  id: string;
  label: string;
  at: number | undefined;
  isWanted: boolean;
  onChange: (at: number | undefined) => Promise<boolean>;
};

/** A date and time of this place, or none. */
export function MomentOrNone({ id, label, at, isWanted, onChange }: MomentOrNoneProps) {
  const draft = useSignal(asLocal(at));
  useEffect(() => {
    draft.value = asLocal(at);
  }, [draft, at]);
  const put = async (written: string) => {
    const chosen = written === '' ? undefined : new Date(written).getTime();
    if (chosen !== undefined && !Number.isFinite(chosen)) return;
    if (asLocal(chosen) === asLocal(at)) return;
    if (!(await onChange(chosen))) draft.value = asLocal(at);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        value={draft.value}
        aria-invalid={isWanted || undefined}
        onInput={(event) => (draft.value = event.currentTarget.value)}
        onBlur={(event) => void put(event.currentTarget.value)}
      />
    </div>
  );
}

/** As such a field writes it: local, to the minute. */
function asLocal(at: number | undefined): string {
  if (at === undefined) return '';
  const moment = new Date(at);
  return new Date(at - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
