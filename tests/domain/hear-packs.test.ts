// What the built-in packs hear in messages of our own: each meaning in both languages, and what must not be heard.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import { emotionSchema, packSchema } from '../../lib/domain/pack';
import type { Meaning } from '../../lib/domain/pack';
import { feelings } from './feeling-sentences';
import { saidByAgents } from './heard-sentences';
import type { Kind } from './heard-sentences';
import { harmless, threats } from './threat-sentences';

const cues = ['en', 'zh-cn'].flatMap((name) => {
  const source = readFileSync(new URL(`../../public/packs/${name}.json`, import.meta.url), 'utf8');
  return packSchema.parse(JSON.parse(source)).cues ?? [];
});
const ear = createEar(cues);

function heard(side: 'agent' | 'customer', text: string, before: string[] = []): Meaning[] {
  const earlier = before.map((each) => ({ side: 'customer' as const, text: each }));
  return ear({ side, text }, earlier).map(({ means }) => means);
}

describe('the ear hears of an agent', () => {
  test.each<[string, Meaning]>([
    ['Just to confirm, you were charged for two lamps?', 'restate.say-back'],
    ['You want the green one for the hall, correct?', 'restate.say-back'],
    ["I'm not sure there's enough time to repaint it.", 'refuse'],
    ['A seat by the window can’t be guaranteed.', 'refuse'],
    ['We can;t change the paint on this model.', 'refuse'],
    ['Your garden account has now been unlocked.', 'propose.option'],
    ['Let me get the hinges sorted for you.', 'propose.option'],
    ['Thanks for the sketch and for taking the time to measure it.', 'listen.acknowledge'],
    ['Hello Ms Ferris, this is Jo.', 'greet'],
    ['I understand how frustrating the leak is.', 'listen.acknowledge'],
    ['Thanks for bringing the noise to our attention.', 'listen.acknowledge'],
    ['My apologies for the mix-up.', 'apologise.regret'],
    ['Which shelf did the vase stand on?', 'probe.open'],
    ['Is the plug warm?', 'probe.check'],
    ['Please send us a photo of the crack.', 'probe.check'],
    ['Shall I book a second visit for you?', 'propose.option'],
    ['Would you like me to swap the lamp?', 'propose.option'],
    ['Please try another socket.', 'propose.option'],
    ['I have refunded the postage.', 'propose.option'],
    ['One moment please, let me check the stock list.', 'hold.ask'],
    ['We are not able to open a parcel at the depot.', 'refuse'],
    ["I'm afraid that isn't possible with this fare.", 'refuse'],
    ["I'll ring you tomorrow before noon.", 'promise'],
    ["I'll ring you tomorrow before noon.", 'propose.when'],
    ["I'll transfer you to our repair team.", 'transfer'],
    ['Is there anything else on your mind?', 'close.else'],
    ['Enjoy the rest of your weekend!', 'close.thanks'],
    ['Thank you for letting us look into it, have a safe journey!', 'close.thanks'],
    ['I can swap the lamp by noon tomorrow.', 'propose.when'],
    ['您好，我是客服小林', 'greet'],
    ['我理解您着急的心情', 'listen.acknowledge'],
    ['给您添麻烦了', 'apologise.regret'],
    ['请问花瓶当时放在哪里？', 'probe.open'],
    ['插头是热的吗', 'probe.check'],
    ['麻烦您发一张裂缝的照片', 'probe.check'],
    ['我帮您申请换一个新的', 'propose.option'],
    ['这样给您换一盏灯可以吗？', 'propose.option'],
    ['建议您换个插座试试', 'propose.option'],
    ['请稍等，我看一下库存', 'hold.ask'],
    ['包裹到站以后无法修改地址', 'refuse'],
    ['我会在明天中午前给您回复', 'promise'],
    ['我会在明天中午前给您回复', 'propose.when'],
    ['我帮您转接维修专员', 'transfer'],
    ['请问还有其他可以帮您的吗', 'close.else'],
    ['祝您周末愉快', 'close.thanks'],
    ['您着急我非常理解', 'listen.acknowledge'],
    ['我核对一下：灯座是松的，对吗？', 'restate.say-back'],
    ['我可以请师傅明天给您送新灯', 'propose.option'],
    ['我可以让师傅今天18点前送到', 'propose.when'],
  ])('%s → %s', (text, means) => {
    expect(heard('agent', text)).toContain(means);
  });

  test.each<[string, Meaning]>([
    ["If you can't find the lid, let me know.", 'refuse'],
    ["I can't wait to see it fixed.", 'refuse'],
    ['How can I help you today?', 'probe.open'],
    ['Is there anything else?', 'probe.check'],
    ['Shall I book a visit?', 'probe.check'],
    ['No need to apologise.', 'apologise.regret'],
    ['We try to keep the shop tidy.', 'propose.option'],
    ['Let me make sure we have the same picture.', 'propose.option'],
    ['Can I help you with anything else?', 'propose.option'],
    ['I can offer you a table at seven.', 'propose.when'],
    ['Is that all right with you?', 'close.else'],
    ['手机一打开就黑屏', 'propose.option'],
    ['还有其他需要我帮忙的吗', 'propose.option'],
    ['我核对一下：灯座是松的，对吗？', 'hold.ask'],
    ['您在店里等了一会儿', 'hold.ask'],
    ['如果您不能开机，请告诉我', 'refuse'],
    ['请谅解', 'apologise.regret'],
    ['有什么问题都可以联系我', 'probe.open'],
    ['后续有其他问题可以直接联系我们为您处理哦', 'propose.option'],
    ['有其他问题可以继续留言，我会继续为您解决', 'promise'],
    ['什么问题我可以帮您处理呢', 'propose.option'],
    ['还有什么需要小妹帮忙的吗', 'propose.option'],
    ['已经催库房尽快发货了', 'promise'],
    ['没办法给您准确的答复', 'promise'],
    ['不能保证周五前一定送到', 'promise'],
    ['系统里没有预计送达时间', 'promise'],
    ['Is there anything else that I can help you with?', 'propose.option'],
    ['You should see a blue button below the picture.', 'promise'],
    ['请问有什么可以帮您', 'probe.open'],
  ])('%s ↛ %s', (text, means) => {
    expect(heard('agent', text)).not.toContain(means);
  });
});

const meaningsOf: Readonly<Record<Kind, readonly Meaning[]>> = {
  greet: ['greet'],
  apologise: ['apologise.regret'],
  listen: ['listen.acknowledge'],
  restate: ['restate.say-back'],
  probe: ['probe.open', 'probe.check'],
  propose: ['propose.option', 'transfer'],
  promise: ['promise', 'propose.when'],
  refuse: ['refuse'],
  hold: ['hold.ask'],
  close: ['close.else', 'close.thanks', 'close.note'],
};

const feltMeanings = new Set<Meaning>(emotionSchema.options);

test.each(saidByAgents)('an agent says %j: %s', (text, kind) => {
  expect(heard('agent', text).some((means) => meaningsOf[kind].includes(means))).toBe(true);
});

test.each(feelings)('a customer says %j: %s', (text, emotion) => {
  const felt = heard('customer', text).filter((means) => feltMeanings.has(means));
  expect(felt).toEqual(emotion === 'neutral' ? [] : [emotion]);
});

test.each(threats)('a customer says %j: %s', (text, threat) => {
  expect(heard('customer', text)).toContain(threat);
});

test.each(harmless)('no threat in %j either', (text) => {
  expect(heard('customer', text).filter((means) => means.startsWith('threat.'))).toEqual([]);
});

describe('saying back', () => {
  test.each([
    ['So you would like the green lamp swapped?', 'My green lamp hums, I want it swapped.'],
    ['您是想换一盏绿色台灯对吗？', '我的绿色台灯嗡嗡响，想换一盏'],
    ['好的，是换灯罩对么', '灯罩裂了，能换灯罩吗'],
    ['嗯嗯，想要两盏一样的是吧', '这款给我来两盏一样的'],
  ])('%s', (text, before) => {
    expect(heard('agent', text, [before])).toContain('restate.say-back');
    expect(heard('agent', text)).not.toContain('restate.say-back');
  });
});

describe('the ear hears of a customer', () => {
  test.each<[string, Meaning]>([
    ['This is outrageous, you liars!!', 'angry'],
    ['I am worried it will not be here for the funeral march', 'anxious'],
    ['I had expected better of you, and the lamp is still not fixed.', 'disappointed'],
    ['I am heartbroken, it was the last gift of my mother.', 'sad'],
    ['Thank you so much, you have been wonderful!', 'positive'],
    ['你们就是骗子！！', 'angry'],
    ['我很着急，明天必须用', 'anxious'],
    ['太失望了，说好的昨天到', 'disappointed'],
    ['我好难过，那是妈妈留下的', 'sad'],
    ['太感谢了，服务真好', 'positive'],
    ['All right, noon it is.', 'agrees'],
    ['Tomorrow is fine.', 'agrees'],
    ['可以。', 'agrees'],
    ['行，我等着', 'agrees'],
    ['I know it was only a small lamp, but still worried about the sparks!', 'anxious'],
    ['They said Tuesday and nothing came, I feel so nervous now', 'anxious'],
    ['订单不会自动取消吧', 'anxious'],
    ['这笔钱等着交房租', 'anxious'],
    ['说好周二到也没到，我很担心', 'anxious'],
  ])('%s → %s', (text, means) => {
    expect(heard('customer', text)).toContain(means);
  });

  test.each([
    'The number is 4417.',
    'ok thanks',
    'Hello, when do you close?',
    'Which form do I need?',
    '订单号4417',
    '好的',
    '怎么退款',
  ])('no feeling in %j', (text) => {
    expect(heard('customer', text).filter((means) => feltMeanings.has(means))).toEqual([]);
  });

  test.each<[string, Meaning]>([
    ['I want to end my life', 'threat.self-harm'],
    ['there is no reason left to live', 'threat.self-harm'],
    ["I'll come down and smash your shop window", 'threat.violence'],
    ['I know where your driver lives', 'threat.violence'],
    ['You will hear from my solicitor', 'threat.legal'],
    ['I am taking this to the ombudsman', 'threat.legal'],
    ['我不想活了', 'threat.self-harm'],
    ['活着没意思', 'threat.self-harm'],
    ['我要砍死你们', 'threat.violence'],
    ['再不退我就带人去砸店', 'threat.violence'],
    ['我要打12315投诉', 'threat.legal'],
    ['等着收律师函吧', 'threat.legal'],
  ])('%s → %s', (text, means) => {
    expect(heard('customer', text)).toContain(means);
  });

  test.each([
    'This queue is killing me',
    'I nearly died laughing',
    'That price is to die for',
    'Would it kill you to answer?',
    'The app commits suicide when I scroll',
    'My battery died',
    'I ordered a pressure regulator',
    '笑死我了',
    '累死我了，终于到了',
    '手机又自杀了',
    '这个跳楼价太划算',
    '想死你们家的面了',
    '烟雾报警器坏了',
    '我的工商银行卡',
  ])('no threat in %j', (text) => {
    expect(heard('customer', text).filter((means) => means.startsWith('threat.'))).toEqual([]);
  });
});

describe('of any message', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...cues.flatMap(({ words }) => words).slice(0, 400)),
    fc.constantFrom('?', '？', '吗', '! ', '。', 'tomorrow by 3', 'SOOO LATE', '您'),
  );
  const message = fc.record({
    side: fc.constantFrom('agent' as const, 'customer' as const, 'system' as const),
    text: fc.array(piece, { maxLength: 6 }).map((all) => all.join(' ')),
  });

  test('the words are a part, each meaning and each time is told once, and at most one feeling', () => {
    fc.assert(
      fc.property(message, fc.array(message, { maxLength: 3 }), (one, before) => {
        const found = ear(one, before);
        for (const { words } of found) expect(one.text).toContain(words);
        const told = found.map(({ means, words }) =>
          means === 'propose.when' ? `${means} ${words}` : means,
        );
        expect(new Set(told).size).toBe(found.length);
      }),
    );
  });
});
