// Waits for something that tells nobody when it happens. The only place that asks again and again.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is truthy, and gives that answer; names what it waited for when the time is up.
 * @template T
 * @param {string} what finishes the sentence "Waited 15 s for …"
 * @param {() => T | Promise<T>} ask
 * @param {{ seconds?: number, every?: number }} [options] `every` in milliseconds
 * @returns {Promise<Exclude<T, false | 0 | '' | null | undefined>>}
 */
export async function until(what, ask, { seconds = 15, every = 50 } = {}) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return /** @type {any} any: TypeScript does not see that it is truthy */ (answer);
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}.`);
    await pause(every);
  }
}
