// Records written out as they are exported, with and without masks, so that an export copies bytes.
import { maskComplaint } from '../domain/mask-complaint';
import type { Complaint } from '../domain/complaint';
import type { LineRow } from './log-rows';

const encoder = new TextEncoder();

/** The lines of a block, by number. */
export function writeLines(block: number, complaints: readonly Complaint[]): LineRow {
  const parts: Uint8Array[] = [];
  const cuts: number[] = [];
  const masks: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const push = (part: Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  for (const complaint of complaints) {
    const hiding: Readonly<Record<string, unknown>> = maskComplaint(complaint);
    let plain = '{';
    for (const [key, value] of Object.entries(complaint)) {
      if (value === undefined) continue;
      plain += `${plain === '{' ? '' : ','}${JSON.stringify(key)}:`;
      const told = JSON.stringify(value);
      const hidden = hiding[key] === value ? told : JSON.stringify(hiding[key]);
      if (hidden === told) {
        plain += told;
        continue;
      }
      push(encoder.encode(plain));
      const from = at;
      push(encoder.encode(told));
      cuts.push(from, at);
      masks.push(encoder.encode(hidden));
      plain = '';
    }
    push(encoder.encode(`${plain}}\n`));
  }
  const numbers = Uint32Array.from(complaints, ({ number }) => number);
  return { block, numbers, bytes: join(parts, at), cuts: Uint32Array.from(cuts), masks };
}

/** The bytes with the masks in their places. */
export function masked({ bytes, cuts, masks }: LineRow): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let [kept, size] = [0, 0];
  masks.forEach((mask, index) => {
    const before = bytes.subarray(kept, cuts[index * 2]);
    parts.push(before, mask);
    size += before.length + mask.length;
    kept = cuts[index * 2 + 1] ?? kept;
  });
  const rest = bytes.subarray(kept);
  return join([...parts, rest], size + rest.length);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
