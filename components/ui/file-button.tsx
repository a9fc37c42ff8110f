type FileButtonProps = {
  label: string;
  /** Endings and kinds of files, as a file field takes them; without them any. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: [File, ...File[]]) => void;
};

/** A button that lets files be chosen. */
export function FileButton({ label, accept = '', multiple = false, onFiles }: FileButtonProps) {
  const choose = (input: HTMLInputElement) => {
    const [first, ...others] = input.files ?? [];
    // The same file may be chosen again once it is mended.
    input.value = '';
    if (first) onFiles([first, ...others]);
  };
  return (
    <label class="button file">
      {label}
      <input
        class="unseen"
        type="file"
        multiple={multiple}
        accept={accept}
        onChange={(event) => choose(event.currentTarget)}
      />
    </label>
  );
}
