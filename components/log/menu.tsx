import type { ComponentChildren } from 'preact';

type MenuProps = {
  title: string;
  children: ComponentChildren;
  onToggle?: (isOpen: boolean) => void;
};

/** What opens below its title, one at a time; Escape closes it. */
export function Menu({ title, children, onToggle }: MenuProps) {
  return (
    <details
      class="menu"
      name="log-menu"
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
