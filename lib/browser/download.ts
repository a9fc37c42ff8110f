// Gives the user a file.

/** Hands a file to the browser's own download, under a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
