// Where tickets go, and apart from that the secrets for it: written by the Desk, read by the background alone.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { connectionsUnder, policyTicketsSchema } from '../domain/policy-tickets';
import { connectionSchema } from '../domain/ticket';
import type { Connection, Secrets } from '../domain/ticket';

const key = 'ticketConnections';
const secretsKey = 'ticketSecrets';
const listSchema = z.catch(z.array(connectionSchema), []);
const pausedKey = 'outboxPaused';
const secretsSchema = z.catch(z.record(z.string(), z.record(z.string(), z.string())), {});

/** All connections, with what is set by policy, the one in use first; older ones are kept for what was sent by them. */
export async function loadConnections(): Promise<Connection[]> {
  const kept = (await browser.storage.local.get(policyKey))[policyKey];
  const { tickets, settings } = policySchema.parse(kept);
  const all = connectionsUnder(tickets, await loadOwn());
  return settings?.maskAlways ? all.map((each) => ({ ...each, mask: true })) : all;
}

async function loadOwn(): Promise<Connection[]> {
  return listSchema.parse((await browser.storage.local.get(key))[key] ?? []);
}

const policyKey = 'policy';
const policySchema = z.catch(
  z.object({
    tickets: z.optional(policyTicketsSchema),
    settings: z.optional(z.object({ maskAlways: z.optional(z.boolean()) })),
  }),
  {},
);

/** Puts a connection into use. Empty secrets leave those that are kept for it. */
export async function saveConnection(connection: Connection, secrets: Secrets): Promise<void> {
  const { locked: _, ...saved } = connection;
  const others = (await loadOwn()).filter(({ id }) => id !== connection.id);
  const kept = await loadAllSecrets();
  const given = Object.entries(secrets).filter(([, secret]) => secret !== '');
  const own = { ...kept[connection.id], ...Object.fromEntries(given) };
  await browser.storage.local.set({
    [secretsKey]: { ...kept, [connection.id]: own },
    [key]: [saved, ...others],
  });
}

/** The secrets of a connection, for the background. */
export async function loadSecrets(id: string): Promise<Secrets> {
  return (await loadAllSecrets())[id] ?? {};
}

/** Whether the agent has stopped all sending for now. */
export async function loadPaused(): Promise<boolean> {
  return (await browser.storage.local.get(pausedKey))[pausedKey] === true;
}

export async function savePaused(paused: boolean): Promise<void> {
  await browser.storage.local.set({ [pausedKey]: paused });
}

/** Keeps scripts in pages from reading what the extension stores, where the browser can: Chromium; Firefox has no such switch. */
export async function guardSecrets(): Promise<void> {
  // Missing in Firefox: developer.mozilla.org, StorageArea (seen 2026-11-22).
  const local: Partial<Pick<typeof browser.storage.local, 'setAccessLevel'>> & object =
    browser.storage.local;
  if ('setAccessLevel' in local)
    await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Calls back whenever sending was stopped or goes on. */
export function watchPaused(onPaused: (paused: boolean) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (pausedKey in changes) void loadPaused().then(onPaused);
  });
}

/** Calls back with all connections whenever one was saved anywhere. */
export function watchConnections(onConnections: (all: Connection[]) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes || policyKey in changes) void loadConnections().then(onConnections);
  });
}

async function loadAllSecrets() {
  return secretsSchema.parse((await browser.storage.local.get(secretsKey))[secretsKey] ?? {});
}
