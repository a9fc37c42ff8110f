// The helpdesk page: conversations in a list, one shown at a time, a scripted customer behind each.
import { createConversation } from './conversation.js';

const query = new URLSearchParams(location.search);
const lang = query.get('lang') === 'zh' ? 'zh' : 'en';
const fast = query.get('speed') === 'fast';

const at = (/** @type {string} */ id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat(lang, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function messageRow({ from, text, time }, conversation, words) {
  if (from === 'system') return element('li', 'system', text);
  const names = { customer: conversation.customer, agent: words.agent, note: words.noteBy };
  const shownTime = element('time', '', clock.format(time));
  shownTime.dateTime = time.toISOString();
  const head = element('div', 'head', element('span', 'sender', names[from]), shownTime);
  return element('li', `message ${from}`, head, element('div', 'text', text));
}

function listEntry(conversation, shown, words) {
  const link = element('a', '', conversation.customer, element('small', '', conversation.subject));
  link.href = `#${conversation.id}`;
  if (shown) link.setAttribute('aria-current', 'page');
  if (!shown && conversation.unread)
    link.append(element('small', 'unread', words.unread.replace('{count}', conversation.unread)));
  return element('li', '', link);
}

function start({ interface: words, conversations: scripts, ...shared }) {
  const conversations = scripts.map((script) =>
    createConversation({ ...shared, ...script }, fast, onChange),
  );
  let shown = conversations[0];
  let kind = 'reply';

  const named = (text) => text.replace('{name}', shown.customer);

  function onChange(conversation) {
    if (conversation === shown) showNews();
    showList();
  }

  function showList() {
    const entries = conversations.map((one) => listEntry(one, one === shown, words));
    at('conversations').replaceChildren(...entries);
  }

  // Only what is new is added: rows that stand stay the same elements.
  function showNews() {
    const log = at('log');
    const news = shown.messages.slice(log.children.length);
    log.append(...news.map((message) => messageRow(message, shown, words)));
    at('typing').hidden = !shown.typing;
    shown.unread = 0;
    if (news.length > 0) log.scrollTop = log.scrollHeight;
  }

  function showConversation() {
    keepDraft();
    shown = conversations.find(({ id }) => `#${id}` === location.hash) ?? conversations[0];
    document.title = `${shown.customer} · ${words.title}`;
    at('customer').textContent = shown.customer;
    at('typing').textContent = named(words.typing);
    at('log').setAttribute('aria-label', named(words.log));
    at('log').replaceChildren();
    const facts = shown.facts.map(([term, fact]) => [
      element('dt', '', term),
      element('dd', '', fact),
    ]);
    at('facts').replaceChildren(...facts.flat());
    showNews();
    showList();
    showComposer('reply');
  }

  function showComposer(chosen) {
    kind = chosen;
    for (const one of ['reply', 'note'])
      at(`tab-${one}`).setAttribute('aria-selected', String(one === kind));
    at('box').setAttribute('aria-labelledby', `tab-${kind}`);
    at('composer').classList.toggle('internal', kind === 'note');
    const reply = at('reply');
    reply.value = shown.drafts[kind];
    reply.placeholder = named(kind === 'reply' ? words.replyHint : words.noteHint);
    reply.setAttribute('aria-label', named(kind === 'reply' ? words.replyTo : words.noteAbout));
    at('send').textContent = kind === 'reply' ? words.send : words.addNote;
    draftChanged();
  }

  function keepDraft() {
    shown.drafts[kind] = at('reply').value;
  }

  function draftChanged() {
    at('send').disabled = shown.drafts[kind].trim() === '';
  }

  // As many real pages do, this one knows only what it was told by an input event: the draft, not the box, is sent.
  function send(event) {
    event.preventDefault();
    const text = shown.drafts[kind].trim();
    if (!text) return;
    shown.drafts[kind] = '';
    at('reply').value = '';
    draftChanged();
    if (kind === 'reply') shown.agentSays(text);
    else shown.agentNotes(text);
  }

  at('brand').textContent = words.brand;
  for (const id of ['desk', 'keys']) at(id).textContent = words[id];
  at('conversations-title').textContent = words.conversations;
  at('facts-title').textContent = words.facts;
  at('kinds').setAttribute('aria-label', words.composer);
  at('languages').setAttribute('aria-label', words.language);
  for (const one of ['reply', 'note']) {
    at(`tab-${one}`).textContent = words[one];
    at(`tab-${one}`).addEventListener('click', () => {
      keepDraft();
      showComposer(one);
    });
  }
  at('reply').addEventListener('input', () => {
    keepDraft();
    draftChanged();
  });
  at('reply').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) at('composer').requestSubmit();
  });
  at('composer').addEventListener('submit', send);
  addEventListener('hashchange', showConversation);
  addEventListener('customersays', ({ detail }) => shown.customerSays(detail));
  showConversation();
  for (const conversation of conversations) conversation.open();
}

function showLanguages() {
  document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en';
  for (const one of ['en', 'zh']) {
    const link = at(`lang-${one}`);
    const address = new URLSearchParams(query);
    address.set('lang', one);
    link.href = `?${address}`;
    if (one === lang) link.setAttribute('aria-current', 'true');
  }
}

showLanguages();
/** Whom somebody else speaks for: what they say comes as an event, `customersays`. */
function strangerCalled(customer) {
  return { id: 'c-1', customer, subject: '', facts: [], history: [] };
}

const answer = await fetch(`conversation.${lang}.json`);
const scripts = await answer.json();
const stranger = query.get('customer');
start(stranger ? { ...scripts, conversations: [strangerCalled(stranger)] } : scripts);
