// What a screen reader has of a page, in reading order, as lines: role, name, state. What differs from run to run is evened out.
import type { Page, SerializedAXNode } from 'puppeteer-core';

const states = [
  'disabled',
  'expanded',
  'focused',
  'selected',
  'checked',
  'pressed',
  'required',
  'invalid',
] as const;

/** The tree of a page as text; clocks, days, sizes and addresses are those of no run. */
export async function readTree(page: Page): Promise<string> {
  const tree = await page.accessibility.snapshot();
  if (!tree) throw new Error('The page has no accessibility tree.');
  return `${evenOut(linesOf(tree, 0).join('\n'))}\n`;
}

function linesOf(node: SerializedAXNode, depth: number): string[] {
  const told = states
    .filter(
      (state) => node[state] !== undefined && node[state] !== false && node[state] !== 'false',
    )
    .map((state) => ` [${state}${node[state] === true ? '' : ` ${node[state]}`}]`);
  // The parts of a moment are spin buttons.
  const isTold = node.value !== undefined && node.value !== '' && node.role !== 'spinbutton';
  const value = isTold ? ` = ${node.value}` : '';
  const name = node.name === undefined || node.name === '' ? '' : ` “${node.name}”`;
  const line = `${'  '.repeat(depth)}${node.role}${name}${value}${told.join('')}`;
  return [line, ...(node.children ?? []).flatMap((child) => linesOf(child, depth + 1))];
}

function evenOut(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, 'helpdesk')
    .replaceAll(/\d{4}\/\d{1,2}\/\d{1,2}( \d{1,2}:\d\d)?/g, 'DAY')
    .replaceAll(/\d{1,2}\/\d{1,2}\/\d{2,4}(, \d{1,2}:\d\d\s[AP]M)?/g, 'DAY')
    .replaceAll(/\d{1,2}\/\d{1,2}/g, 'DAY')
    .replaceAll(/\d+:\d\d(:\d\d)?(\s[AP]M)?/g, 'TIME')
    .replaceAll(/[\d.]+ [kMGT]?B\b/g, 'SIZE')
    .replaceAll(/(phrases|rewrites|cues|话术|改写|识别词) \d+/g, '$1 MANY');
}
