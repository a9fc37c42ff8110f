// What the guide thinks with; loaded after the first paint, when there is something to think about.
import { contentOf } from '../text/echo';
import { createLineMemory } from '../text/same-line';
import { draftComplaint } from '../domain/complaint-draft';
import { createGuideFold } from '../domain/guide';
import { nextPlace, suggestPhrases } from '../domain/suggest';

export const guideEngine = {
  contentOf,
  createGuideFold,
  createLineMemory,
  draftComplaint,
  nextPlace,
  suggestPhrases,
};
export type GuideEngine = typeof guideEngine;
