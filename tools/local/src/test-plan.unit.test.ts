import { describe, expect, it } from '@jest/globals';
import { phasesOf, testPlan } from './test-plan.js';

describe('testPlan', () => {
  it('is everything without arguments', () => {
    expect(testPlan([])).toEqual({
      checks: ['lint', 'types', 'contracts'],
      levels: ['unit', 'chart', 'int', 'e2e', 'browser', 'faults', 'rolling', 'backup'],
      jestArgs: [],
    });
  });

  it('runs named levels alone', () => {
    expect(testPlan(['unit'])).toEqual({ checks: [], levels: ['unit'], jestArgs: [] });
  });

  it('runs named checks alone', () => {
    expect(testPlan(['lint'])).toEqual({ checks: ['lint'], levels: [], jestArgs: [] });
  });

  it('looks for a path on every level', () => {
    expect(testPlan(['services/points'])).toMatchObject({
      checks: [],
      levels: ['unit', 'chart', 'int', 'e2e', 'browser', 'faults', 'rolling', 'backup'],
      jestArgs: ['services/points'],
    });
  });

  it('looks for a path on the levels named', () => {
    expect(testPlan(['int', 'services/points', '-t', 'ledger'])).toMatchObject({
      levels: ['int'],
      jestArgs: ['services/points', '-t', 'ledger'],
    });
  });

  it('runs together what shares its surroundings', () => {
    expect(phasesOf(['unit', 'chart', 'int', 'e2e', 'browser', 'faults', 'rolling', 'backup'])).toEqual([
      ['chart'],
      ['unit', 'int'],
      ['e2e', 'browser'],
      ['faults'],
      ['rolling'],
      ['backup'],
    ]);
    expect(phasesOf(['browser'])).toEqual([['browser']]);
  });
});
