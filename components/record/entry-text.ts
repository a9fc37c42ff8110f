// One entry of a record's timeline in the words of the interface.
import type { Change } from '../../lib/domain/complaint-change';
import { maskText } from '../../lib/domain/mask-text';
import { maskName } from '../../lib/domain/redact';
import type { Entry, ShownEvent } from '../../lib/domain/timeline';
import { t } from '../ui/texts';
import { showMoment, showWait } from '../ui/time';
import { fieldTitle, valueText } from './field-texts';

/** @param hidden names the customer only as the screen may */
export function entryText(entry: Entry, hidden: boolean): string {
  if (entry.is === 'event') return eventText(entry.event);
  if (entry.is !== 'changed') return t(`timeline_${entry.is}`);
  const { change } = entry;
  const told = changeText(change, hidden);
  return change.by === '' ? told : t('timelineBy', change.by, told);
}

function changeText({ kind, before, after }: Change, hidden: boolean): string {
  const stage = (values: Change['before']) => valueText('state', values['state']);
  if (kind === 'moved') return t('timeline_moved', stage(before), stage(after));
  if (kind === 'reopened') return t('timeline_reopened');
  const told = Object.keys(after).map((field) =>
    t(
      'timeline_edited',
      fieldTitle(field),
      shorten(shown(field, before[field], hidden)),
      shorten(shown(field, after[field], hidden)),
    ),
  );
  return [...(kind === 'edited' ? [] : [t(`timeline_${kind}`)]), ...told].join(' · ');
}

function shown(field: string, value: Change['before'][string] | undefined, hidden: boolean) {
  const told = valueText(field, value);
  if (!hidden || told === '') return told;
  if (field === 'who') return maskName(told);
  return typeof value === 'string' ? maskText(told) : told;
}

function eventText(event: ShownEvent): string {
  switch (event.kind) {
    case 'holdStarted':
      return t('timeline_holdStarted', event.reason ?? '–');
    case 'holdEnded':
      return t('timeline_holdEnded', showWait(event.lengthMs ?? 0));
    case 'promiseMade':
      return t('timeline_promiseMade', event.owner, event.what, showMoment(event.due));
    case 'promiseRenewed':
      return t('timeline_promiseRenewed', showMoment(event.due));
    case 'promiseEnded':
      return t(`timeline_promise_${event.how}`);
    case 'handedOver':
      return t('timeline_handedOver', event.to || '–');
    case 'ticketed':
      return t('timeline_ticketed', event.ticket);
    case 'ticketCommented':
      return t('ticketCommentTo', event.ticket);
    case 'promiseReopened':
    case 'threatRead':
    case 'proposed':
      return t(`timeline_${event.kind}`);
  }
}

const longest = 60;

function shorten(text: string): string {
  if (text === '') return '–';
  const signs = Array.from(text);
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : text;
}
