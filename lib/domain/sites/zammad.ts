// Zammad, a helpdesk: the agent's side of a ticket in its desktop view.
import type { Site } from '../site';

export const zammad: Site = {
  id: 'zammad',
  title: 'Zammad',
  // From its templates (article_view at f75e18a, article_new at ada6efa), not from a running one.
  seen: 'Zammad templates at f75e18a, 2026-11-22',
  marks: '.ticket-article .ticket-article-item',
  // Each open ticket keeps one; the others are hidden.
  list: '.ticket-article',
  row: '.ticket-article-item:not(.is-internal)',
  text: '.richtext-content',
  customer: '.ticket-article-item.customer',
  agent: '.ticket-article-item.agent',
  system: '.ticket-article-item.system',
  keyAttribute: 'data-id',
  order: 'oldest-first',
  replyBox: '.article-add.is-public .articleNewEdit-body',
  decoys: '.article-add.is-internal *',
};
