import { useSignal } from '@preact/signals';
import { Field } from '../ui/field';

type LinesFieldProps = {
  label: string;
  hint?: string;
  lines: readonly string[];
  onChange: (lines: readonly string[]) => void;
};

/** Several texts, one a line. */
export function LinesField({ label, hint, lines, onChange }: LinesFieldProps) {
  // As typed: an empty line at the end is where the next text begins.
  const typed = useSignal('');
  const text =
    linesIn(typed.value).join('\n') === lines.join('\n') ? typed.value : lines.join('\n');
  return (
    <Field
      label={label}
      value={text}
      lines={Math.min(8, Math.max(2, lines.length + 1))}
      maxLength={100_000}
      {...(hint !== undefined && { hint })}
      onInput={(next) => {
        typed.value = next;
        onChange(linesIn(next));
      }}
    />
  );
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
