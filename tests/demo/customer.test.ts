import { expect, test } from 'vitest';
import { customerAtStart, kindsOf, nextMove, type Script } from './customer.js';
import en from './conversation.en.json';
import zh from './conversation.zh.json';
import packEn from '../../public/packs/en.json';
import packZh from '../../public/packs/zh-cn.json';

const languages = { en, zh };
type Language = keyof typeof languages;
const both = ['en', 'zh'] as const;

const agentWords = {
  en: {
    greeting: 'Good afternoon, Mara! My name is Sam.',
    apology: 'I am sorry that you waited at home three times for nothing.',
    restate:
      'The parcel was promised three times, and you need it before Friday. Have I got that right?',
    openQuestion: 'What did the last message say?',
    order: 'Could you give me your order number, please?',
    hold: 'May I ask you to wait two minutes while I check with the depot?',
    checkIn: 'I am still checking; two more minutes, please.',
    back: 'Thank you for waiting.',
    promise: 'You will hear from me by 16:00 today.',
    proposal: 'A courier will bring it to your door tomorrow before 10:00.',
    offer: 'I will see what I can do about it.',
    closing: 'Is there anything else I can do for you today?',
    goodbye: 'Goodbye, and have a lovely day!',
    blunt: 'No.',
    scold: 'You must be at home when we deliver.',
    unknown: 'Lorem ipsum dolor sit amet.',
  },
  zh: {
    greeting: '周女士您好，我是小林。',
    apology: '让您三次请假都白等，真的很抱歉。',
    restate: '我跟您确认一下：包裹约了三次都没送到，您周五之前一定要用，对吗？',
    openQuestion: '最后一条短信写了什么？',
    order: '方便把运单号发给我吗？',
    hold: '我去站点核实一下，请您稍等两分钟，好吗？',
    checkIn: '我还在核实，再给我两分钟。',
    back: '让您久等了，我回来了。',
    promise: '今天下午四点前我一定给您答复。',
    proposal: '我安排专人明天上午十点前送到您家门口。',
    offer: '我帮您想想办法。',
    closing: '请问还有什么可以帮您的吗？',
    goodbye: '祝您生活愉快，再见！',
    blunt: '不行。',
    scold: '您必须在家等着。',
    unknown: '嗯嗯嗯嗯。',
  },
};
type Saying = keyof (typeof agentWords)['en'];

function complaintIn(lang: Language): Script {
  const { words, pace, conversations } = languages[lang];
  const [complaint] = conversations;
  if (!complaint) throw new Error('The first conversation is the complaint.');
  return { words, pace, ...complaint };
}

function scriptsIn(lang: Language): (Script & { id: string; facts: string[][] })[] {
  const { words, pace, conversations } = languages[lang];
  return conversations.map((conversation) => ({ words, pace, ...conversation }));
}

/** The stages that the customer goes through as the agent says this and that. */
function stagesAfter(lang: Language, ...sayings: Saying[]) {
  const script = complaintIn(lang);
  let state = nextMove(script, customerAtStart(script), { kind: 'opened' }).state;
  return sayings.map((saying) => {
    state = nextMove(script, state, { kind: 'agentSaid', text: agentWords[lang][saying] }).state;
    return state.stage;
  });
}

const arcs: [string, Saying[], string[]][] = [
  [
    'heard, understood, agreed, thankful',
    ['greeting', 'apology', 'restate', 'openQuestion', 'proposal', 'closing', 'goodbye'],
    ['angry', 'heard', 'understood', 'understood', 'agreed', 'done', 'done'],
  ],
  [
    'a hold with consent, and a proposal after it',
    ['apology', 'restate', 'hold', 'back', 'proposal', 'goodbye'],
    ['heard', 'understood', 'understood', 'understood', 'agreed', 'done'],
  ],
  ['a fourth promise calms nobody who was not heard', ['proposal', 'proposal'], ['angry', 'angry']],
  [
    'a bare no makes it worse, an apology begins the repair',
    ['blunt', 'proposal', 'apology', 'apology'],
    ['furious', 'furious', 'angry', 'heard'],
  ],
  ['an order to the customer makes it worse', ['scold'], ['furious']],
  [
    'a repair is possible twice',
    ['apology', 'blunt', 'apology', 'blunt', 'apology'],
    ['heard', 'angry', 'heard', 'angry', 'heard'],
  ],
  [
    'an offer without a time is not enough',
    ['apology', 'offer', 'offer'],
    ['heard', 'heard', 'heard'],
  ],
];

test.each(
  both.flatMap((lang) => arcs.map(([what, sayings, stages]) => ({ lang, what, sayings, stages }))),
)('$lang: $what', ({ lang, sayings, stages }) => {
  expect(stagesAfter(lang, ...sayings)).toEqual(stages);
});

test.each(both)('%s: every kind of message has its name', (lang) => {
  const { blunt, unknown, scold, ...rest } = agentWords[lang];
  for (const [kind, text] of Object.entries(rest))
    expect([text, kindsOf(languages[lang].words, text)[0]]).toEqual([text, kind]);
  for (const text of [blunt, scold])
    expect([text, kindsOf(languages[lang].words, text)[0]]).toEqual([text, 'blunt']);
  expect(kindsOf(languages[lang].words, unknown)).toEqual([]);
});

test('words of letters are found whole, whatever stands around them', () => {
  const words = { greeting: [{ any: ['hi'] }], time: [{ any: ['before #', '# pm'] }] };
  expect(kindsOf(words, 'This is nothing.')).toEqual([]);
  expect(kindsOf(words, '“Hi!”')).toEqual(['greeting']);
  expect(kindsOf(words, 'by 3pm')).toEqual(['time']);
  expect(kindsOf(words, 'before 10:30.')).toEqual(['time']);
});

// What a phrase of a place should mean to the customer; the rest of the places may mean anything.
const meanings: Record<string, string[]> = {
  greet: ['greeting'],
  'listen.acknowledge': ['apology', 'restate'],
  'apologise.regret': ['apology'],
  'restate.say-back': ['restate'],
  'restate.confirm': ['restate'],
  'probe.open': ['openQuestion'],
  'propose.option': ['offer', 'proposal'],
  'propose.when': ['promise', 'proposal'],
  'hold.ask': ['hold'],
  'hold.check-in': ['checkIn'],
  'hold.return': ['back'],
  'close.else': ['closing'],
  'close.thanks': ['goodbye', 'proposal'],
};

test.each([
  ['en', packEn],
  ['zh', packZh],
] as const)(
  "%s: the customer understands nine in ten of the product's own phrases",
  (lang, pack) => {
    const heard = pack.phrases.flatMap(({ text, places }) => {
      const meant = places.flatMap((place) => meanings[place] ?? []);
      if (meant.length === 0) return [];
      const said = text.replaceAll(/\{[^:}]*:?([^}]*)\}/g, '$1');
      const [kind = 'nothing'] = kindsOf(languages[lang].words, said);
      return [{ said, kind, understood: meant.includes(kind) }];
    });
    const misheard = heard.filter(({ understood }) => !understood);
    expect(heard.length, 'phrases to hear').toBeGreaterThan(0);
    expect(misheard.length, JSON.stringify(misheard, null, 1)).toBeLessThan(heard.length / 10);
  },
);

test.each(both)(
  '%s: in every stage of every conversation every message gets an answer, ten times over',
  (lang) => {
    for (const script of scriptsIn(lang))
      for (const stage of Object.keys(script.stages))
        for (const text of Object.values(agentWords[lang])) {
          let state = { ...customerAtStart(script), stage };
          for (let times = 0; times < 10; times++) {
            const move = nextMove(script, state, { kind: 'agentSaid', text });
            expect([stage, text, move.say.map((line) => line.text).join('').length > 0]).toEqual([
              stage,
              text,
              true,
            ]);
            state = move.state;
          }
        }
  },
);

test.each(both)(
  '%s: a silent agent is nudged, each time in other words, and then no more',
  (lang) => {
    const script = complaintIn(lang);
    let move = nextMove(script, customerAtStart(script), { kind: 'opened' });
    const nudges: string[] = [];
    while (move.patience !== null && nudges.length < 20) {
      move = nextMove(script, move.state, { kind: 'silence' });
      nudges.push(...move.say.map((line) => line.text));
    }
    expect(nudges).toEqual(script.stages['angry']?.nudges);
  },
);

test.each(both)('%s: on hold, the customer is patient for longer and asks for news', (lang) => {
  const script = complaintIn(lang);
  const start = customerAtStart(script);
  const onHold = nextMove(script, start, { kind: 'agentSaid', text: agentWords[lang].hold });
  expect(onHold.patience).toBe(script.pace.holdPatience);
  const asked = nextMove(script, onHold.state, { kind: 'silence' });
  expect(asked.say.map((line) => line.text)).toEqual(script.holdNudges?.slice(0, 1));
  const back = nextMove(script, asked.state, { kind: 'agentSaid', text: agentWords[lang].back });
  expect(back.patience).toBe(script.pace.patience);
});

test.each(both)('%s: stages, reactions and kinds refer to each other and all exist', (lang) => {
  for (const script of scriptsIn(lang)) {
    expect(Object.keys(script.stages)).toContain(script.starts);
    for (const stage of Object.values(script.stages)) {
      if (stage.like) expect(Object.keys(script.stages)).toContain(stage.like);
      for (const [kind, reaction] of Object.entries(stage.reactions ?? {})) {
        expect(Object.keys(script.words)).toContain(kind);
        if (reaction.next) expect(Object.keys(script.stages)).toContain(reaction.next);
      }
    }
  }
});

test('both languages have the same kinds, conversations, stages, reactions and words of the page', () => {
  const shape = (lang: Language) => ({
    words: Object.keys(languages[lang].words),
    interface: Object.keys(languages[lang].interface),
    conversations: scriptsIn(lang).map(({ id, facts, stages }) => [
      id,
      facts.length,
      Object.entries(stages).map(([name, stage]) => [name, Object.keys(stage.reactions ?? {})]),
    ]),
  });
  expect(shape('zh')).toEqual(shape('en'));
});
