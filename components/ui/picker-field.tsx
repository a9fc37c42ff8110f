import { useId } from 'preact/hooks';

type PickerFieldProps = {
  label: string;
  type: 'date' | 'time' | 'datetime-local';
  /** As such a field writes it; empty for none. */
  value: string;
  onPick: (value: string) => void;
};

/** A day or a time, by the browser's own picker. */
export function PickerField({ label, type, value, onPick }: PickerFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
    </div>
  );
}
