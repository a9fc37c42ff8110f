type CheckGroupProps = {
  legend: string;
  options: readonly { value: string; title: string }[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
};

/** Any of several; what is chosen and stands under none of them stays. */
export function CheckGroup({ legend, options, chosen, onChoose }: CheckGroupProps) {
  const toggle = (value: string, isOn: boolean) =>
    onChoose(isOn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset class="check-group">
      <legend>{legend}</legend>
      {options.map(({ value, title }) => (
        <label key={value} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
