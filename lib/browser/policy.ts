// The organisation's policy: read from the browser, and what of it can be applied, kept where every page finds it.
import { browser } from 'wxt/browser';
import { appliedPolicySchema, noPolicy, readPolicy } from '../domain/policy';
import type { AppliedPolicy } from '../domain/policy';

const key = 'policy';

/** The policy as it is now. Without one, Chromium gives an empty one and Firefox rejects. */
export async function loadPolicy(): Promise<AppliedPolicy> {
  return readPolicy(await browser.storage.managed.get().catch(() => ({})));
}

/** Calls back whenever the policy may have changed. */
export function watchPolicy(onChange: () => void): void {
  browser.storage.managed.onChanged.addListener(onChange);
}

/** Applies it in all pages; without anything in it, nothing is kept. */
export async function keepPolicy(policy: AppliedPolicy): Promise<void> {
  const next = JSON.stringify(policy);
  if (next === JSON.stringify(await loadApplied())) return;
  if (next === JSON.stringify(noPolicy)) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: policy });
}

/** What is applied. */
export async function loadApplied(): Promise<AppliedPolicy> {
  const kept = (await browser.storage.local.get(key))[key];
  const parsed = appliedPolicySchema.safeParse(kept);
  return parsed.success ? parsed.data : noPolicy;
}

/** Calls back with what is applied whenever that changed. */
export function watchApplied(onApplied: (policy: AppliedPolicy) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) void loadApplied().then(onApplied);
  });
}
