import { describe, expect, it } from '@jest/globals';
import { actionState, campaignState, homeRows, ids, now, seriesState } from '../../testing/home-rows.js';
import { waysToEarn } from './ways-to-earn.js';

const ways = (change: Parameters<typeof homeRows>[0], series = seriesState()) =>
  waysToEarn(homeRows({ rules: [], ...change }), ids.program, series, now);

describe('waysToEarn', () => {
  it('2.1 shows an action with its points and what its limit leaves', () => {
    expect(ways({ actions: [actionState()] })).toEqual([
      {
        kind: 'action',
        id: actionState().actionId,
        title: 'Post a story',
        category: 'social_post',
        award: '40 points',
        points: 40,
        limit: { count: 3, per: 'week' },
        left: 2,
        disclosureTags: ['#ad'],
      },
    ]);
  });

  it.each([
    [3, 0],
    [5, 0],
    [0, 3],
  ])('2.1 %i of 3 used leaves %i', (used, left) => {
    expect(ways({ actions: [actionState({ used })] })).toMatchObject([{ left }]);
  });

  it('2.1 without a limit nothing is counted', () => {
    expect(ways({ actions: [actionState({ limit: null })] })).toMatchObject([{ left: null }]);
  });

  it('puts actions that give nothing more in this period behind the others', () => {
    const full = actionState({ name: 'Full', used: 3 });
    expect(ways({ actions: [full, actionState({ name: 'Open' })] })).toMatchObject([
      { title: 'Open' },
      { title: 'Full' },
    ]);
  });

  it('shows neither another program’s actions nor those worth nothing', () => {
    const actions = [actionState({ programId: ids.otherProgram }), actionState({ points: 0 })];
    expect(ways({ actions })).toEqual([]);
  });

  it.each([
    [[], 'open'],
    [['campaign.joined'], 'joined'],
    [['campaign.joined', 'campaign.completed'], 'completed'],
    [['campaign.completed'], 'completed'],
  ])('2.5 a campaign after %j is %s', (steps, state) => {
    expect(ways({ campaigns: [campaignState({ steps })] })).toMatchObject([
      { title: 'Spring', award: '25 points for joining, 100 points for completing it', state },
    ]);
  });

  it.each([
    ['before its window', { startsAt: '2026-11-20T12:00:00.001Z' }, 0],
    ['from its first instant', { startsAt: '2026-11-20T12:00:00.000Z' }, 1],
    ['up to its last', { endsAt: '2026-11-20T12:00:00.001Z' }, 1],
    ['not at its end', { endsAt: '2026-11-20T12:00:00.000Z' }, 0],
    ['of another program', { programIds: [ids.otherProgram] }, 0],
    ['worth nothing', { joinPoints: 0, completionPoints: 0 }, 0],
  ])('2.5 a campaign %s', (_, change, shown) => {
    expect(ways({ campaigns: [campaignState(change)] })).toHaveLength(shown);
  });

  it('2.7 nothing earns without a live series', () => {
    const series = seriesState({ live: [{ from: '2026-12-01T00:00:00Z', to: null }] });
    expect(ways({ actions: [actionState()], campaigns: [campaignState()] }, series)).toEqual([]);
  });
});
