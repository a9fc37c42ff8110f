// What may be done from the page by keys of the browser's own (`commands` of the manifest).

export const commandNames = ['insert-first', 'start-hold'] as const;
export type Command = (typeof commandNames)[number];

/** As the browser wrote them, such as `Alt+Shift+K`; empty where it gave none. */
export type AssignedKeys = Readonly<Record<Command | 'open', string>>;

export const noKeys: AssignedKeys = { open: '', 'insert-first': '', 'start-hold': '' };
