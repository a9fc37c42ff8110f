import { describe, expect, test } from 'vitest';
import {
  momentIds,
  optionalSubSteps,
  stepIds,
  stepOf,
  stepsOfPath,
  subStepIds,
  subStepsOf,
} from '../../lib/domain/step';

describe('the lists of steps', () => {
  test('the five steps of a complaint stand in the order of the doctrine, and then the close', () => {
    const five = ['listen', 'apologise', 'restate', 'probe', 'propose'];
    expect(stepsOfPath.complaint).toEqual([...five, 'close']);
  });

  test('nobody apologises for a question', () => {
    expect(stepsOfPath.enquiry).toEqual(['greet', 'probe', 'answer', 'close']);
  });

  test('no id is there twice but the greeting, a step of one sub-step', () => {
    const ids = [...stepIds.filter((id) => id !== 'greet'), ...subStepIds, ...momentIds];
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
