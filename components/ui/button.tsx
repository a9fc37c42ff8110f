import type { ComponentChildren } from 'preact';
import { Key } from './key';

type ButtonProps = {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: 'plain' | 'main' | 'quiet';
  type?: 'button' | 'submit';
  /** The key that does the same, shown on the button. */
  hotkey?: string;
  disabled?: boolean;
  /** Whether what it opens is open. */
  expanded?: boolean;
};

export function Button({
  children,
  onClick,
  kind = 'plain',
  type = 'button',
  hotkey,
  disabled,
  expanded,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button ${kind}`}
      onClick={onClick}
      disabled={disabled}
      aria-expanded={expanded}
    >
      {children}
      {hotkey !== undefined && <Key name={hotkey} />}
    </button>
  );
}
