// The memory that an extension's own processes have for themselves, as the system counts it. Linux alone tells it so.
import { readFileSync, readdirSync } from 'node:fs';

/**
 * MB of the processes in which this browser runs extensions, after their garbage was collected.
 * @param {import('puppeteer-core').Browser} browser @param {string} address of the extension
 */
export async function readMemory(browser, address) {
  for (const target of browser.targets().filter((one) => one.url().startsWith(address))) {
    const session = await target.createCDPSession();
    // What is let go in one round may hold what goes in the next.
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('The browser has no process.');
  const kilobytes = childrenOf(root)
    .filter((pid) => read(pid, 'cmdline').includes('--extension-process'))
    .map((pid) => privateOf(read(pid, 'smaps_rollup')));
  if (kilobytes.length === 0) throw new Error('No process runs an extension.');
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** @param {number} root @returns {number[]} the processes below it */
function childrenOf(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(read(name, 'status'))?.[1])]),
  );
  const isBelow = (/** @type {number} */ pid) => {
    for (let at = parents.get(pid); at !== undefined; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(isBelow);
}

/** Kilobytes that no other process shares. @param {string} rollup */
function privateOf(rollup) {
  const all = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)];
  return all.reduce((sum, [, size]) => sum + Number(size), 0);
}

/** Empty where the process has ended meanwhile. @param {number | string} pid @param {string} file */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
