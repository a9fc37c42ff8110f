// What is read of the panel, its page and its log while a scenario is played. Each function runs in the document itself.

export type Seen = {
  step: string;
  subSteps: { name: string; words: string; done: boolean }[];
  feeling: string;
  phrases: { id: string; text: string }[];
  hints: { rule: string; words: string }[];
  warning: string;
  text: string;
};

export function readPanel(): Seen {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const textOf = (selector: string) =>
    all(selector)
      .map((one) => one.innerText)
      .join('\n');
  return {
    step: document.querySelector('.step')?.getAttribute('aria-label') ?? '',
    subSteps: all('.sub-step').map((one) => ({
      name:
        [...one.childNodes]
          .find(
            ({ nodeType, textContent }) =>
              nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
          )
          ?.textContent?.trim() ?? '',
      words: one.querySelector('q')?.textContent ?? '',
      done: one.getAttribute('aria-checked') === 'true',
    })),
    feeling: textOf('.feeling'),
    phrases: all('.phrase[data-phrase]').map((one) => ({
      id: one.dataset['phrase'] ?? '',
      text: one.querySelector('.phrase-text')?.textContent ?? '',
    })),
    hints: all('.draft-hint [data-rule]').map((one) => ({
      rule: one.dataset['rule'] ?? '',
      words: one.textContent,
    })),
    warning: textOf('.safety'),
    text: [...all('.panel'), ...all('.panel textarea, .panel input')]
      .map((one) => ('value' in one ? String(one.value) : one.innerText))
      .join('\n'),
  };
}

/** Shows a step by its name on the rail; false where it is not there. */
export function showStep(name: string): boolean {
  const button = [...document.querySelectorAll<HTMLElement>('.rail button')].find(
    (one) => one.querySelector('span')?.textContent === name,
  );
  button?.click();
  return button !== undefined;
}

export function readBox(): string {
  return document.querySelector<HTMLTextAreaElement>('#reply')?.value ?? '';
}

/** As typed: what stood there is replaced, and the page hears of it. */
export function writeInBox(text: string): void {
  const box = document.querySelector<HTMLTextAreaElement>('#reply');
  if (!box) throw new Error('The page has no reply box.');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The page's own button. */
export function pressSend(): void {
  document.querySelector<HTMLElement>('#send')?.click();
}

/** How many messages the page shows. */
export function countMessages(): number {
  return document.querySelectorAll('#log .message').length;
}

export type LogRow = Record<string, unknown>;

/** All rows of a table; none where there is no such table. */
export async function readTable(name: string): Promise<LogRow[]> {
  const request = indexedDB.open('composure');
  await new Promise((resolve) => request.addEventListener('success', resolve));
  const db = request.result;
  const asked = db.objectStoreNames.contains(name)
    ? db.transaction(name).objectStore(name).getAll()
    : undefined;
  if (asked) await new Promise((resolve) => asked.addEventListener('success', resolve));
  db.close();
  return asked?.result ?? [];
}

/** Moves every stored time of holds and promises back, as if the machine had slept so long. */
export async function letPass(ms: number): Promise<void> {
  const isTime = (name: string) => /At$|^due$|^at$|^firedFor$|^openSince$/.test(name);
  const moved = (value: unknown, name = ''): unknown => {
    if (typeof value === 'number') return isTime(name) || name === 'checkIns' ? value - ms : value;
    if (Array.isArray(value)) return value.map((each) => moved(each, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each, key)]));
  };
  const request = indexedDB.open('composure');
  await new Promise((resolve) => request.addEventListener('success', resolve));
  const db = request.result;
  const names = ['holds', 'promises'].filter((name) => db.objectStoreNames.contains(name));
  const writing = db.transaction(names, 'readwrite');
  for (const name of names) {
    const store = writing.objectStore(name);
    const all = store.getAll();
    all.addEventListener('success', () => {
      for (const row of all.result) store.put(moved(row));
    });
  }
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
  db.close();
}
