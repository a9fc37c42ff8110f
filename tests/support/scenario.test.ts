// What a scenario file may say, and that what it may not names its file and line.
import { expect, test } from 'vitest';
import { parseScenario, subStepOfKey } from './scenario';

const english = `# A remark for whoever reads it.
Scenario: The kettle
Customer is called: Ms Hale
Agent is called: Sam

Customer: It leaks. I am furious: twice now!
Panel feels: angry “furious”
Agent sends it
Panel ticks: regret said “sorry that it leaks”
`;

test('a line is who does what, and what is quoted in it', () => {
  const { title, lang, customer, agent, opening, lines } = parseScenario('kettle.txt', english);
  expect({ title, lang, customer, agent }).toEqual({
    title: 'The kettle',
    lang: 'en',
    customer: 'Ms Hale',
    agent: 'Sam',
  });
  expect(opening.text).toBe('It leaks. I am furious: twice now!');
  expect(lines.map(({ does, key, words, at }) => [does, key, words, at])).toEqual([
    ['feels', 'emotion_angry', 'furious', 'kettle.txt:7'],
    ['sends', '', '', 'kettle.txt:8'],
    ['ticks', 'sub_apologise_regret', 'sorry that it leaks', 'kettle.txt:9'],
  ]);
  expect(subStepOfKey('sub_apologise_regret')).toBe('apologise.regret');
});

test('a Chinese scenario uses Chinese words throughout', () => {
  const { lang, opening, lines } = parseScenario(
    'kettle.txt',
    '情景：水壶\n客户名叫：何女士\n客服名叫：小林\n客户：又漏水了！\n面板勾选：已致歉“抱歉”\n客服发送',
  );
  expect(lang).toBe('zh');
  expect(opening.text).toBe('又漏水了！');
  expect(lines.map(({ does, key, words }) => [does, key, words])).toEqual([
    ['ticks', 'sub_apologise_regret', '抱歉'],
    ['sends', '', ''],
  ]);
});

test.each([
  [
    'an unknown beginning',
    'Agent sends it',
    'Agent shouts: Hey!',
    /^kettle\.txt:8: no line begins with “Agent shouts”\. Known are “Scenario”, /,
  ],
  [
    'an unknown name',
    'regret said',
    'regret sung',
    /^kettle\.txt:9: the panel has no name “regret sung” there\. It has .*“regret said”/,
  ],
  [
    'nothing behind the colon',
    'angry “furious”',
    '',
    /^kettle\.txt:7: “Panel feels” needs words behind a colon\.$/,
  ],
  [
    'something behind what stands alone',
    'sends it',
    'sends it: now',
    /^kettle\.txt:8: “Agent sends it” stands alone\.$/,
  ],
  [
    'nobody who speaks first',
    'Customer: It',
    'Agent: It',
    /^kettle\.txt:6: it begins with “Customer: …”/,
  ],
  ['no name', 'Agent is called: Sam', '', /^kettle\.txt:1: “Agent is called: …” is missing\.$/],
])('%s names file and line', (_what, from, to, says) => {
  expect(() => parseScenario('kettle.txt', english.replace(from, to))).toThrow(says);
});
