// The Desk's log page, drawn into an empty page over a real database.
import { render } from 'preact';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { LogPage } from '../../components/log/log-page';
import type { OpenTable } from '../../components/log/log-page';
import { NoticeLine } from '../../components/panel/notice-line';
import '../../components/desk/desk.css';
import { speak } from '../../components/ui/texts';
import type { Complaint } from '../../lib/domain/complaint';
import type { Notices } from '../../lib/panel/notices';
import english from '../../public/_locales/en/messages.json';
import { createTableWorld } from './table-world';

let root: HTMLElement = document.createElement('main');

/** An empty page in English. */
export function clearPage(): void {
  speak('en', english);
  document.documentElement.lang = 'en';
  document.title = 'Desk';
  render(null, root);
  root = document.createElement('main');
  document.body.replaceChildren(root);
}

type PageWorld = { openTable: OpenTable; notices: Notices };

/** The page alone; its records may come later. */
export function drawLogPage({ openTable, notices }: PageWorld): void {
  render(
    <div class="desk">
      <h1>Desk</h1>
      <LogPage open={openTable} />
      <NoticeLine notices={notices} />
    </div>,
    root,
  );
}

/** The page over a log of these, once it tells how many they are. */
export async function showLogPage(complaints: readonly Complaint[]) {
  const world = await createTableWorld(complaints);
  drawLogPage(world);
  await expect
    .element(page.getByText(`Records: ${complaints.length.toLocaleString()}`, { exact: true }))
    .toBeVisible();
  return world;
}
