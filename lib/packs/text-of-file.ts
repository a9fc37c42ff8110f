// The text of a file, such that writing it again gives the same bytes.

/** Undefined where the bytes are no UTF-8. A mark before the text stays in it. */
export async function textOfFile(file: Blob): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
