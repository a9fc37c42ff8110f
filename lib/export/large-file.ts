// Puts a large file together piece by piece, outside of the page's own memory.

/** Pieces below this are kept until there is so much of them, in UTF-16 units or bytes. */
const handOver = 1_000_000;

/** A file in the making. What is in a Blob is the browser's to keep, on the disk if need be. */
export function createLargeFile(type: string) {
  const blobs: Blob[] = [];
  let waiting: BlobPart[] = [];
  let size = 0;
  const flush = () => {
    blobs.push(new Blob(waiting));
    waiting = [];
    size = 0;
  };
  return {
    push(part: string | Uint8Array<ArrayBuffer>): void {
      waiting.push(part);
      size += part.length;
      if (size >= handOver) flush();
    },
    finish(): Blob {
      flush();
      return new Blob(blobs, { type });
    },
  };
}
