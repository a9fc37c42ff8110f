// Reads JSON as it was written: where each value stands, and what JSON.parse hides, such as a key that stands there twice.

/** Keys and indexes from the outermost value inwards. */
export type JsonPath = readonly (string | number)[];
export type JsonFault = {
  /** UTF-16 offset in the text. */
  at: number;
  path: JsonPath;
  why: 'syntax' | 'too-deep' | 'repeated-key' | 'forbidden-key';
  /** The key that is repeated or forbidden, or the sign that nobody expected; empty at the end of the text. */
  what: string;
};

/** Called for each value, at its first character. The path is reused: copy it to keep it. */
type Visit = (path: JsonPath, at: number) => void;
/** `place` counts its values from 0; -1 before the first. */
type Open = { closing: '}' | ']'; keys: Set<string> | undefined; place: number };

// A pack goes six deep; without an end, depth is somebody's attempt at the stack of whoever reads on.
const mostDepth = 32;
const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The first thing that is wrong with a text as JSON; undefined if JSON.parse takes it and loses nothing of it. */
export function findJsonFault(text: string): JsonFault | undefined {
  return scan(text, () => {});
}

/** Where the values at these paths begin, as UTF-16 offsets by `pathKey`. The text is JSON. */
export function placesIn(text: string, paths: readonly JsonPath[]): ReadonlyMap<string, number> {
  const wanted = new Set(paths.map(pathKey));
  const places = new Map<string, number>();
  scan(text, (path, at) => {
    const key = pathKey(path);
    if (wanted.has(key)) places.set(key, at);
  });
  return places;
}

export function pathKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** Counted from 1, as editors do. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1))
    line++;
  return line;
}

function scan(text: string, visit: Visit): JsonFault | undefined {
  return new Scanner(text, visit).scan();
}

/** Goes through a text with a stack of its own, so that depth costs no call stack. */
class Scanner {
  readonly #text: string;
  readonly #visit: Visit;
  readonly #path: (string | number)[] = [];
  readonly #open: Open[] = [];
  #at = 0;

  constructor(text: string, visit: Visit) {
    this.#text = text;
    this.#visit = visit;
  }

  scan(): JsonFault | undefined {
    this.#skipSpace();
    for (;;) {
      this.#visit(this.#path, this.#at);
      const fault = this.#begin() ?? this.#goOn();
      if (fault === 'end') return this.#at < this.#text.length ? this.#fault() : undefined;
      if (fault) return fault;
    }
  }

  /** A bracket, after which its first value comes, or a whole value. */
  #begin(): JsonFault | undefined {
    const sign = this.#text.charAt(this.#at);
    if (sign !== '{' && sign !== '[') return this.#take(sign === '"' ? endOfString : endOfScalar);
    if (this.#open.length >= mostDepth) return this.#fault(this.#at, 'too-deep', String(mostDepth));
    const isObject = sign === '{';
    this.#open.push({
      closing: isObject ? '}' : ']',
      keys: isObject ? new Set() : undefined,
      place: -1,
    });
    this.#path.push(-1);
    this.#at += 1;
    this.#skipSpace();
    return undefined;
  }

  /** Closes what ends here and goes to the next value. */
  #goOn(): JsonFault | 'end' | undefined {
    for (;;) {
      const around = this.#open.at(-1);
      if (!around) return 'end';
      if (this.#text.charAt(this.#at) !== around.closing) return this.#next(around);
      this.#open.pop();
      this.#path.pop();
      this.#at += 1;
      this.#skipSpace();
    }
  }

  #next(around: Open): JsonFault | undefined {
    around.place += 1;
    if (around.place > 0) {
      const fault = this.#sign(',');
      if (fault) return fault;
    }
    if (around.keys) return this.#key(around.keys);
    this.#path[this.#path.length - 1] = around.place;
    return undefined;
  }

  #key(keys: Set<string>): JsonFault | undefined {
    const from = this.#at;
    // Where a key should stand is no place within the value before it.
    this.#path.pop();
    const fault = this.#text.charAt(from) === '"' ? this.#take(endOfString) : this.#fault();
    if (fault) return fault;
    const key = String(JSON.parse(this.#text.slice(from, this.#at)));
    this.#path.push(key);
    if (keys.has(key)) return this.#fault(from, 'repeated-key', key);
    if (key === '__proto__') return this.#fault(from, 'forbidden-key', key);
    keys.add(key);
    this.#skipSpace();
    return this.#sign(':');
  }

  #sign(sign: string): JsonFault | undefined {
    if (this.#text.charAt(this.#at) !== sign) return this.#fault();
    this.#at += 1;
    this.#skipSpace();
    return undefined;
  }

  #take(endOf: typeof endOfString): JsonFault | undefined {
    const { end, isWhole } = endOf(this.#text, this.#at);
    if (!isWhole) return this.#fault(end);
    this.#at = end;
    this.#skipSpace();
    return undefined;
  }

  #skipSpace(): void {
    space.lastIndex = this.#at;
    space.test(this.#text);
    this.#at = space.lastIndex;
  }

  #fault(at = this.#at, why: JsonFault['why'] = 'syntax', what = this.#text.charAt(at)): JsonFault {
    return { at, path: [...this.#path], why, what };
  }
}

/** Behind the value, or where it is none. */
type End = { end: number; isWhole: boolean };

function endOfScalar(text: string, at: number): End {
  scalar.lastIndex = at;
  return scalar.test(text) ? { end: scalar.lastIndex, isWhole: true } : { end: at, isWhole: false };
}

/** By hand: what a pattern would keep in mind of a string of megabytes is more than engines have room for. */
function endOfString(text: string, at: number): End {
  for (let end = at + 1; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 0x22) return { end: end + 1, isWhole: true };
    if (unit < 0x20) return { end, isWhole: false };
    if (unit !== 0x5c) continue;
    escape.lastIndex = end;
    if (!escape.test(text)) return { end, isWhole: false };
    end = escape.lastIndex - 1;
  }
  return { end: text.length, isWhole: false };
}
