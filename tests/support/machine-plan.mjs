// What a machine still needs before the scripts can run there, and what to say where that is its owner's to do.

const oldestNode = [20, 19];

/**
 * @typedef {{ node: string, packages: 'here' | 'missing' | 'stale', missing: string[], root: boolean, apt: boolean }} Machine
 * @typedef {{ kind: 'npm', why: string } | { kind: 'apt', packages: string[], why: string }} Action
 * @typedef {{ ok: true, actions: Action[] } | { ok: false, message: string }} Plan
 */

/**
 * What to do on this machine, or what to tell its owner.
 * @param {Machine} machine @param {string} purpose the command that needs it, as typed
 * @returns {Plan}
 */
export function planFor(machine, purpose) {
  const { node, packages, missing } = machine;
  if (isOlder(node, oldestNode))
    return {
      ok: false,
      message: `Composure needs Node ${oldestNode.join('.')} or newer; this is ${node}. Install it from https://nodejs.org and run ${purpose} again.`,
    };
  if (missing.length > 0 && !(machine.apt && machine.root))
    return { ok: false, message: adviceFor(missing, machine.apt, purpose) };
  /** @type {Action[]} */
  const actions = [];
  if (missing.length > 0)
    actions.push({ kind: 'apt', packages: missing, why: `${purpose} needs ${missing.join(', ')}` });
  if (packages === 'missing')
    actions.push({ kind: 'npm', why: 'the npm packages are not installed yet' });
  if (packages === 'stale')
    actions.push({ kind: 'npm', why: 'package-lock.json has changed since the last install' });
  return { ok: true, actions };
}

/** @param {string[]} missing @param {boolean} apt @param {string} purpose */
function adviceFor(missing, apt, purpose) {
  if (apt)
    return `${purpose} needs programs that are not installed. Run this, then ${purpose} again:\n  sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (missing.every((name) => name === 'chromium'))
    return `${purpose} needs Chrome, Edge or Chromium. Install one of them, or set CHROME_PATH to its program file.`;
  if (missing.every((name) => name === 'firefox-esr'))
    return `${purpose} needs Firefox. Install Firefox ESR or Developer Edition, or set FIREFOX_PATH to its program file.`;
  return `${purpose} needs ${missing.join(', ')} (names of Debian packages). Install them, or run it on Debian or Ubuntu.`;
}

/** @param {string} version such as v20.19.1 @param {number[]} oldest */
function isOlder(version, oldest) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * Compares what npm installed with what the lock file asks for. Times say nothing after a checkout.
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock
 * @param {Lock} wanted @param {Lock | undefined} installed
 * @returns {Machine['packages']}
 */
export function comparePackages(wanted, installed) {
  if (!installed) return 'missing';
  const paths = Object.keys(wanted.packages).filter((path) => path !== '');
  const same = paths.every((path) => {
    const here = installed.packages[path];
    // Optional ones are left out where they are made for another system.
    if (!here) return wanted.packages[path]?.optional === true;
    return here.version === wanted.packages[path]?.version;
  });
  const noneLeftOver = Object.keys(installed.packages).every((path) => path in wanted.packages);
  return same && noneLeftOver ? 'here' : 'stale';
}
