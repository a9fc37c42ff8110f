import { expect, test } from 'vitest';
import { selectorsOf, understoodSites } from '../../lib/domain/site-selectors';
import { sites } from '../../lib/domain/sites/index';

const site = { id: 'a', title: 'A', seen: '1', marks: 'm', list: 'l', row: 'r' };

test('every selector of a description is told with its place', () => {
  const more = {
    ...site,
    timeAttribute: 'data-time',
    customerIs: { on: 'on', inRow: 'in', attribute: 'id' },
    conversation: { selector: 'talk', attribute: 'id' },
  };
  expect(selectorsOf(more).map(({ path, selector }) => `${path.join('.')} ${selector}`)).toEqual([
    'marks m',
    'list l',
    'row r',
    'customerIs.on on',
    'customerIs.inRow in',
    'conversation.selector talk',
  ]);
});

test('a description with a selector that is none is left out, the others stay in their order', () => {
  const broken = { ...site, id: 'b', conversation: { selector: 'li[' } };
  expect(understoodSites([site, broken, ...sites], (text) => text !== 'li[')).toEqual([
    site,
    ...sites,
  ]);
});
