// The way to a ticket system: its connection with its secrets, if it may still be used.
import type { Connection, OpenConnection, Secrets, TicketSystem } from '../domain/ticket';

export type WayWorld = {
  connections(): Promise<readonly Connection[]>;
  secrets(connection: string): Promise<Secrets>;
  /** Whether the user allows this address. */
  isAllowed(address: string): Promise<boolean>;
  systemOf(connection: Connection): TicketSystem | undefined;
};

/** Finds the way of a connection by its id, or the one in use; undefined where it is gone or not allowed any more. */
export function createWays({ connections, secrets, isAllowed, systemOf }: WayWorld) {
  return async (
    id?: string,
  ): Promise<{ system: TicketSystem; connection: OpenConnection } | undefined> => {
    const all = await connections();
    const connection = id === undefined ? all[0] : all.find((each) => each.id === id);
    const system = connection && systemOf(connection);
    if (!system || !(await isAllowed(connection.address))) return undefined;
    return { system, connection: { ...connection, secrets: await secrets(connection.id) } };
  };
}
