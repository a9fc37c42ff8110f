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
};

export function Button({
  children,
  onClick,
  kind = 'plain',
  type = 'button',
  hotkey,
  disabled,
}: ButtonProps) {
  return (
    <button type={type} class={`button ${kind}`} onClick={onClick} disabled={disabled}>
      {children}
      {hotkey !== undefined && <Key name={hotkey} />}
    </button>
  );
}
