// One conversation of the demo: what was said, who is typing, and the customer's own time.
import { customerAtStart, nextMove } from './customer.js';

// The customer's patience stays human in fast mode: a slow machine must not bring in a nudge that another has not.
const FAST = 0.05;

/**
 * One conversation: what was said, who is typing, the agent's draft, and where the customer's script stands. A customer
 * without a script (no `stages`) says what `customerSays` is given.
 */
export function createConversation(script, fast, onChange) {
  const speed = fast ? FAST : 1;
  const conversation = {
    ...script,
    messages: script.history.map(({ from, text, minutesAgo }) => ({
      from,
      text,
      time: new Date(Date.now() - minutesAgo * 60_000),
    })),
    typing: false,
    unread: 0,
    drafts: { reply: '', note: '' },
  };
  let state = script.stages && customerAtStart(script);
  let unreadByCustomer = [];
  let reading;
  let patience;
  // The customer writes one line at a time: a new move waits until the last one is written.
  let writing = Promise.resolve();

  function happen(event) {
    if (!script.stages) return;
    clearTimeout(patience);
    const move = nextMove(script, state, event);
    state = move.state;
    writing = writing.then(async () => {
      for (const line of move.say) await write(line);
      wait(move.patience);
    });
  }

  function wait(milliseconds) {
    clearTimeout(patience);
    if (milliseconds !== null) patience = setTimeout(happen, milliseconds, { kind: 'silence' });
  }

  async function write({ text, wait: pause, typing }) {
    await passed(pause * speed);
    setTyping(true);
    await passed(typing * speed);
    conversation.typing = false;
    add('customer', text);
  }

  function setTyping(typing) {
    conversation.typing = typing;
    onChange(conversation);
  }

  function add(from, text) {
    conversation.messages.push({ from, text, time: new Date() });
    if (from === 'customer') conversation.unread++;
    onChange(conversation);
  }

  // Two messages sent in quick succession are read as one.
  function agentSays(text) {
    add('agent', text);
    clearTimeout(patience);
    clearTimeout(reading);
    unreadByCustomer.push(text);
    reading = setTimeout(() => {
      happen({ kind: 'agentSaid', text: unreadByCustomer.join('\n') });
      unreadByCustomer = [];
    }, script.pace.reading * speed);
  }

  return Object.assign(conversation, {
    open: () => happen({ kind: 'opened' }),
    agentSays,
    customerSays: (text) => add('customer', text),
    agentNotes: (text) => add('note', text),
  });
}

const passed = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
