/** A key of the keyboard. Decoration beside a name: screen readers hear the name alone. */
export function Key({ name }: { name: string }) {
  return <kbd aria-hidden="true">{name}</kbd>;
}
