import { describe, expect, test } from 'vitest';
import {
  momentIds,
  optionalSubSteps,
  stepIds,
  stepOf,
  subStepIds,
  subStepsOf,
} from '../../lib/domain/step';

describe('the lists of steps', () => {
  test('the five steps stand in the order of the doctrine', () => {
    expect(stepIds).toEqual(['listen', 'apologise', 'restate', 'probe', 'propose']);
  });

  test('no id is there twice, among steps, sub-steps and moments', () => {
    const ids = [...stepIds, ...subStepIds, ...momentIds];
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(subStepIds)('%s belongs to a step and is one of its sub-steps', (subStep) => {
    expect(subStepsOf(stepOf(subStep))).toContain(subStep);
  });

  test.each(stepIds)('%s has a sub-step that it needs', (step) => {
    expect(subStepsOf(step).filter((id) => !optionalSubSteps.has(id))).not.toEqual([]);
  });

  test('the sub-steps of all steps, in order, are all sub-steps', () => {
    expect(stepIds.flatMap(subStepsOf)).toEqual(subStepIds);
  });

  test('a sub-step may be optional only if it exists', () => {
    expect([...optionalSubSteps].filter((id) => !subStepIds.includes(id))).toEqual([]);
  });
});
