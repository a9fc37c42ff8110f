import { useId } from 'preact/hooks';

type FieldProps = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  lines?: number;
  maxLength?: number;
};

export function Field({ label, value, onInput, hint, lines = 1, maxLength = 4000 }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength,
    placeholder: hint,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} type="text" />}
    </div>
  );
}
