// Records written out as they are exported, with and without masks, so that an export copies bytes.
import { maskComplaint } from '../domain/mask-complaint';
import type { Complaint } from '../domain/complaint';
import type { LineRow } from './log-rows';

const encoder = new TextEncoder();

/** The lines of a block, by number. */
export function writeLines(block: number, complaints: readonly Complaint[]): LineRow {
  const parts: Uint8Array[] = [];
  const cuts: number[] = [];
  const masks: Uint8Array[] = [];
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
      const mask = encoder.encode(hidden);
      cuts.push(from, at, mask.length);
      masks.push(mask);
      plain = '';
    }
    push(encoder.encode(`${plain}}\n`));
  }
  return {
    block,
    count: complaints.length,
    bytes: join(parts, at),
    cuts: Uint32Array.from(cuts),
    masks: join(
      masks,
      masks.reduce((sum, { length }) => sum + length, 0),
    ),
  };
}

/** The bytes with the masks in their places. */
export function masked({ bytes, cuts, masks }: LineRow): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let [kept, used] = [0, 0];
  let size = bytes.length;
  for (let cut = 0; cut < cuts.length; cut += 3) {
    const [from = 0, to = 0, length = 0] = [cuts[cut], cuts[cut + 1], cuts[cut + 2]];
    parts.push(bytes.subarray(kept, from), masks.subarray(used, used + length));
    size += length - (to - from);
    kept = to;
    used += length;
  }
  return join([...parts, bytes.subarray(kept)], size);
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
