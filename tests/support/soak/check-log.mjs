// Whether everything that was acknowledged is in the log, once, and whether the log agrees with itself.

/**
 * @typedef {{ is: 'begun' | 'done', act: string, name: string, cycle: number }} Told
 * @typedef {{ lost: string[], doubled: string[], inconsistent: string[] }} Faults
 * @param {import('./read-log.mjs').Kept} kept @param {readonly Told[]} told
 * @returns {Faults}
 */
export function checkLog({ tables, settings, prepared }, told) {
  const { complaints = [], holds = [], promises = [] } = tables;
  const faults = { lost: [], doubled: [], inconsistent: [] };
  checkNames(
    faults,
    told,
    'complaint',
    complaints.map(({ what }) => what),
  );
  checkNames(
    faults,
    told,
    'hold',
    holds.map(({ reason }) => reason),
  );
  checkNames(
    faults,
    told,
    'promise',
    promises.map(({ what }) => what),
  );
  checkEnded(faults, told, promises);
  checkCounts(faults, told, tables);
  checkSetting(faults, told, settings['agentName']);
  checkLedger(faults.inconsistent, tables);
  if (!prepared) note(faults.lost, 'the prepared packs');
  return faults;
}

/** @param {string[]} list @param {string} text */
function note(list, text) {
  list.push(text);
}

/** Rows that carry the name of their act. @param {Faults} faults @param {readonly Told[]} told @param {string} act @param {string[]} names */
function checkNames(faults, told, act, names) {
  const counts = countsOf(names);
  const begun = new Set(told.flatMap((each) => (each.act === act ? [each.name] : [])));
  for (const { is, act: done, name } of told)
    if (is === 'done' && done === act && !counts.has(name)) note(faults.lost, name);
  for (const [name, count] of counts) {
    if (count > 1) note(faults.doubled, name);
    if (!begun.has(name)) note(faults.inconsistent, `${name} was never begun`);
  }
}

/** @param {Faults} faults @param {readonly Told[]} told @param {any[]} promises any: rows */
function checkEnded(faults, told, promises) {
  const open = new Set(promises.filter(({ end }) => !end).map(({ what }) => what));
  for (const { act, name } of told)
    if (act === 'ended' && open.has(name)) note(faults.lost, `the end of ${name}`);
}

/** Entries without a name: not fewer than acknowledged, not more than begun. @param {Faults} faults @param {readonly Told[]} told @param {Record<string, any[]>} tables any: rows */
function checkCounts(faults, told, { events = [] }) {
  const kinds = countsOf(events.map(({ event }) => event.kind));
  const of = (/** @type {'begun' | 'done'} */ is, /** @type {string} */ act) =>
    told.filter((each) => each.is === is && each.act === act).length;
  const ticks = (kinds.get('ticked') ?? 0) + (kinds.get('unticked') ?? 0);
  if (ticks > of('begun', 'ticked')) note(faults.doubled, `${ticks} ticks`);
  const checkIns = kinds.get('holdCheckedIn') ?? 0;
  if (checkIns > of('begun', 'checkIn')) note(faults.doubled, `${checkIns} check-ins`);
}

/** The last acknowledged one, or one that was begun after it. @param {Faults} faults @param {readonly Told[]} told @param {string | undefined} stored */
function checkSetting(faults, told, stored) {
  const all = told.filter(({ act }) => act === 'setting');
  const last = all.findLastIndex(({ is }) => is === 'done');
  const allowed = all.slice(Math.max(0, last)).map(({ name }) => name);
  if (last >= 0 && !allowed.includes(stored ?? '')) note(faults.lost, `setting ${allowed[0]}`);
}

/** @param {string[]} faults @param {Record<string, any[]>} tables any: rows */
function checkLedger(
  faults,
  { conversations = [], events = [], holds = [], promises = [], ...rest },
) {
  for (const { id, events: count } of conversations) {
    const own = events.filter((row) => row.conversationId === id);
    const numbers = own.map(({ n }) => n).toSorted((a, b) => a - b);
    if (own.length !== count || numbers.some((n, index) => n !== index))
      note(faults, `conversation ${id} has ${own.length} entries and counts ${count}`);
    const heard = own.flatMap(({ event }) => (event.kind === 'said' ? [event.messageKey] : []));
    if (new Set(heard).size < heard.length) note(faults, `conversation ${id} heard twice`);
  }
  const entries = events.map(({ event }) => event);
  const count = (/** @type {string} */ kind, /** @type {string} */ key, /** @type {string} */ id) =>
    entries.filter((event) => event.kind === kind && event[key] === id).length;
  for (const hold of holds) checkHold(faults, hold, (kind) => count(kind, 'hold', hold.id));
  for (const each of promises)
    checkPromise(faults, each, (kind) => count(kind, 'promise', each.id));
  checkComplaints(faults, rest['complaints'] ?? [], (kind, id) => count(kind, 'complaint', id));
  const used = entries.filter(({ kind }) => kind === 'inserted').length;
  const counted = (rest['uses'] ?? []).reduce((sum, row) => sum + row.count, 0);
  if (used !== counted) note(faults, `${used} phrases inserted, ${counted} counted`);
}

/** @param {string[]} faults @param {any} hold any: a row @param {(kind: string) => number} count */
function checkHold(faults, hold, count) {
  const agrees =
    count('holdStarted') === (hold.startedAt === undefined ? 0 : 1) &&
    count('holdCheckedIn') === hold.checkIns.length &&
    count('holdEnded') === (hold.endedAt === undefined ? 0 : 1) &&
    (hold.openSince === undefined) === (hold.endedAt !== undefined);
  if (!agrees) note(faults, `hold ${hold.reason} and its entries`);
}

/** @param {string[]} faults @param {any} promised any: a row @param {(kind: string) => number} count */
function checkPromise(faults, promised, count) {
  const ended = count('promiseEnded') - count('promiseReopened');
  const agrees =
    count('promiseMade') === 1 &&
    count('promiseRenewed') === promised.terms.length - 1 &&
    ended === (promised.end ? 1 : 0) &&
    (promised.dueAt === undefined) === (promised.end !== undefined);
  if (!agrees) note(faults, `promise ${promised.what} and its entries`);
}

/** @param {string[]} faults @param {any[]} complaints any: rows @param {(kind: string, id: string) => number} count */
function checkComplaints(faults, complaints, count) {
  const numbers = complaints.map(({ number }) => number).toSorted((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1))
    note(faults, `complaints are numbered ${numbers.join()}`);
  for (const { id, what } of complaints)
    if (count('logged', id) !== 1) note(faults, `complaint ${what} and its entry`);
}

/** @param {readonly string[]} names @returns {Map<string, number>} */
function countsOf(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
