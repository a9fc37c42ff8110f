import { useId } from 'preact/hooks';

type SecretFieldProps = {
  label: string;
  value: string;
  hint?: string;
  onInput: (value: string) => void;
};

/** One line that is not shown as it is typed. */
export function SecretField({ label, value, hint, onInput }: SecretFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="password"
        // A browser that fills in some other site's password would send it there.
        autocomplete="new-password"
        value={value}
        maxLength={4000}
        placeholder={hint}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
