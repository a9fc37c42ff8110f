// The scripted customer: a pure function from what happened to what they say next, and how they feel after it.
//
//   opened ────► the opening
//   agentSaid ─► kinds of the message, most telling first ─► the stage's reaction ─► the next stage
//                                └─ none known ─► the stage's "otherwise", in turn: never stuck
//   silence ───► the next nudge, until the customer has none left and waits
//
// The words, the lines and the paces are data: conversation.en.json and conversation.zh.json say the rest.

/**
 * @typedef {{ any?: string[], and?: string[], not?: string[], whole?: string[], question?: boolean }} Rule
 * @typedef {Record<string, Rule[]>} Words
 * @typedef {{ say: string[], again?: string[], next?: string, hold?: boolean }} Reaction
 * @typedef {{ like?: string, reactions?: Record<string, Reaction>, otherwise?: string[], nudges?: string[] }} Stage
 * @typedef {{ reading: number, thinking: number, perCharacter: number, longest: number, patience: number, holdPatience: number }} Pace
 * @typedef {{ words: Words, pace: Pace, starts: string, opening: string[], holdNudges?: string[], stages: Record<string, Stage> }} Script
 * @typedef {{ stage: string, used: Record<string, number>, nudges: number, holding: boolean }} State
 * @typedef {{ kind: 'opened' } | { kind: 'agentSaid', text: string } | { kind: 'silence' }} CustomerEvent
 * @typedef {{ text: string, wait: number, typing: number }} Line
 * @typedef {{ state: State, say: Line[], patience: number | null }} Move
 */

/** @param {Script} script @returns {State} */
export function customerAtStart(script) {
  return { stage: script.starts, used: {}, nudges: 0, holding: false };
}

/** @param {Script} script @param {State} state @param {CustomerEvent} event @returns {Move} */
export function nextMove(script, state, event) {
  if (event.kind === 'opened') return move(script, state, script.opening);
  if (event.kind === 'silence') return nudge(script, state);
  return react(script, { ...state, nudges: 0, holding: false }, event.text);
}

/** @param {Script} script @param {State} state @returns {Move} */
function nudge(script, state) {
  const line = nudgesOf(script, state)[state.nudges];
  if (line === undefined) return { state, say: [], patience: null };
  return move(script, { ...state, nudges: state.nudges + 1 }, [line]);
}

/** @param {Script} script @param {State} state @param {string} text @returns {Move} */
function react(script, state, text) {
  const { reactions, otherwise } = stageOf(script, state.stage);
  const kind = kindsOf(script.words, text).find((known) => known in reactions);
  const reaction = kind === undefined ? undefined : reactions[kind];
  const fitting = reaction && linesOf(reaction, timesUsed(state, kind));
  const key = `${state.stage}.${fitting ? kind : 'otherwise'}`;
  const after = {
    ...state,
    stage: reaction?.next ?? state.stage,
    used: { ...state.used, [key]: (state.used[key] ?? 0) + 1 },
    holding: reaction?.hold ?? false,
  };
  return move(script, after, fitting ?? [inTurn(otherwise, timesUsed(state, 'otherwise'))]);
}

/** A reaction that changes nothing is not repeated word for word; one that leads on must always be possible. */
function linesOf(/** @type {Reaction} */ reaction, /** @type {number} */ times) {
  if (times === 0) return reaction.say;
  return reaction.again ?? (reaction.next ? reaction.say : undefined);
}

/** @param {State} state @param {string | undefined} kind */
function timesUsed(state, kind) {
  return state.used[`${state.stage}.${kind}`] ?? 0;
}

/** @param {string[]} lines @param {number} turn */
function inTurn(lines, turn) {
  const line = lines[turn % lines.length];
  if (line === undefined) throw new Error('Every stage needs lines under "otherwise".');
  return line;
}

/** @param {Script} script @param {State} state @param {string[]} lines @returns {Move} */
function move(script, state, lines) {
  const { pace } = script;
  const waiting = nudgesOf(script, state).length > state.nudges;
  return {
    state,
    say: lines.map((text) => ({
      text,
      wait: pace.thinking,
      typing: Math.min(text.length * pace.perCharacter, pace.longest),
    })),
    patience: waiting ? (state.holding ? pace.holdPatience : pace.patience) : null,
  };
}

/** @param {Script} script @param {State} state */
function nudgesOf(script, state) {
  return (state.holding ? script.holdNudges : stageOf(script, state.stage).nudges) ?? [];
}

/**
 * A stage with what it takes over from the stage it is like.
 * @param {Script} script @param {string} id
 * @returns {{ reactions: Record<string, Reaction>, otherwise: string[], nudges: string[] }}
 */
function stageOf(script, id) {
  const stage = script.stages[id];
  if (!stage) throw new Error(`The script has no stage ${id}.`);
  const base = stage.like
    ? stageOf(script, stage.like)
    : { reactions: {}, otherwise: [], nudges: [] };
  return { ...base, ...stage, reactions: { ...base.reactions, ...stage.reactions } };
}

/**
 * What kinds of message this is, in the order of the word list: the most telling first.
 * @param {Words} words @param {string} text
 */
export function kindsOf(words, text) {
  const plain = normalise(text);
  const asks = /[?？]/.test(text);
  return Object.keys(words).filter((kind) =>
    words[kind]?.some(
      (rule) =>
        (rule.question ?? asks) === asks &&
        (!rule.whole || rule.whole.some((one) => plain === normalise(one))) &&
        (!rule.any || rule.any.some((one) => holds(plain, one))) &&
        (!rule.and || rule.and.some((one) => holds(plain, one))) &&
        !rule.not?.some((one) => holds(plain, one)),
    ),
  );
}

/** Words of letters with spaces between are found whole ("hi" is not in "this"); Chinese is found anywhere. */
function holds(/** @type {string} */ plain, /** @type {string} */ words) {
  const wanted = normalise(words);
  return /\p{Script=Han}/u.test(wanted) ? plain.includes(wanted.trim()) : plain.includes(wanted);
}

/** Lower case, one kind of apostrophe, any number as #, everything else that is no letter as one space. */
function normalise(/** @type {string} */ text) {
  const letters = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\d+([:.]\d+)?/g, '#')
    .replaceAll(/(#)(?=[a-z])/g, '# ')
    .replaceAll(/[^\p{L}#']+/gu, ' ');
  return ` ${letters.trim()} `;
}
