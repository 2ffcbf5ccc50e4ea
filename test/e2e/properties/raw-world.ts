import fc from 'fast-check';

const rate = fc.constantFrom('0.02', '0.1', '0.25', '0.333333');
const tierPoints = fc.integer({ min: 1, max: 60 });

const rules = fc.tuple(
  fc.record({ mode: fc.constant('flat'), points: tierPoints }),
  fc.record({ mode: fc.constant('fixed'), rate }),
  tieredBy('order_amount', fc.constant(null), [0, 10_000, 30_000]),
  tieredBy('sales_count', fc.constantFrom(3, 10, null), [0, 1, 3]),
  tieredBy('sales_amount', fc.constantFrom(3, 10, null), [0, 15_000, 50_000]),
);

function tieredBy(metric: string, lookbackDays: fc.Arbitrary<number | null>, from: readonly number[]) {
  return fc.record({
    mode: fc.constant('tiered'),
    metric: fc.constant(metric),
    lookbackDays,
    tiers: fc
      .tuple(fc.integer({ min: 0, max: 1 }), tierPoints, rate, tierPoints)
      .map(([skip, low, middle, high]) =>
        [
          { from: from[0]!, points: low },
          { from: from[1]!, rate: middle },
          { from: from[2]!, points: high },
          // Without the first, a sale below is worth nothing.
        ].slice(skip),
      ),
  });
}

/** `manual` and `empty` wait for a person, `pool`, `shop` are given at once. */
const reward = fc.constantFrom('manual', 'custom', 'pool', 'empty', 'shop');

const tiers = fc
  .tuple(
    fc.integer({ min: 15, max: 60 }),
    fc.array(fc.uniqueArray(reward, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([first, rewards]) =>
    [first, first * 2, first * 3 + 10].map((threshold, n) => ({
      threshold,
      // What waits for a person shows when it is held.
      rewards: n === 0 ? [...new Set(['manual', ...rewards[n]!])] : rewards[n]!,
    })),
  );

const repeat = fc.record({
  kind: fc.constant('repeat'),
  carryOver: fc.boolean(),
  maxCycles: fc.constantFrom(1, 2, null),
});

const limit = fc.option(
  fc.record({ count: fc.integer({ min: 1, max: 3 }), per: fc.constantFrom('day', 'week', 'month', 'ever') }),
);

const step = fc.record({
  kind: fc.constantFrom(
    ...['sale', 'sale', 'sale', 'sale', 'refund', 'refund', 'early', 'own', 'euro'],
    ...['done', 'done', 'done', 'join', 'complete'],
  ),
  n: fc.integer({ min: 1, max: 6 }),
  by: fc.integer({ min: 0, max: 11 }),
  amount: fc.integer({ min: 500, max: 60_000 }),
  flag: fc.boolean(),
  /** Null: now. Else an hour beside each that a rule counts by; 600 is history, 1,200 before the series. */
  hours: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 26 }).map(n => n * 6 + 1) },
    { weight: 1, arbitrary: fc.constantFrom(200, 300, 600, 1_200) },
  ),
});

const command = fc.record({
  kind: fc.constantFrom('adjust', 'approve', 'reject', 'undo', 'move', 'lower'),
  who: fc.integer({ min: 0, max: 4 }),
  n: fc.integer({ min: 1, max: 12 }),
  flag: fc.boolean(),
});

const turn = fc.record({
  commands: fc.array(command, { minLength: 3, maxLength: 7, size: 'max' }),
  queues: fc.array(fc.array(step, { maxLength: 8, size: 'max' }), { minLength: 6, maxLength: 6 }),
  contested: fc.array(step, { maxLength: 3, size: 'max' }),
});

/** A world as numbers: what they become is decided by worldOf. */
export const rawWorld = fc
  .record({
    samplePercent: fc.constantFrom(0, 100),
    pauses: fc.boolean(),
    lateProgram: fc.integer({ min: 0, max: 3 }),
    rules,
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    holds: fc.array(fc.constantFrom(0, 0, 3), { minLength: 5, maxLength: 5 }),
    tiers: fc.array(tiers, { minLength: 4, maxLength: 4 }),
    repeat,
    limits: fc.array(limit, { minLength: 5, maxLength: 5 }),
    worth: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 9, maxLength: 9 }),
    turns: fc.array(turn, { minLength: 4, maxLength: 4 }),
  })
  .map(({ rules: drawn, order, holds, tiers: drawnTiers, repeat: loop, limits, worth, ...rest }) => ({
    ...rest,
    programs: order.map((rule, n) => ({ rule: drawn[rule]!, holdDays: holds[n]! })),
    series: [
      { name: 'Stay', programs: [0, 1], completion: { kind: 'stay' }, tiers: drawnTiers[0]! },
      { name: 'Loop', programs: [2], completion: loop, tiers: drawnTiers[1]! },
      { name: 'Step', programs: [3], completion: { kind: 'promote', program: 0 }, tiers: drawnTiers[2]! },
      { name: 'Late', programs: [4], completion: { kind: 'stay' }, tiers: drawnTiers[3]! },
    ],
    actions: [
      { program: 0, review: 'none', disclosureRequired: false, limit: limits[0]!, points: worth[0]! },
      { program: 2, review: 'all', disclosureRequired: false, limit: limits[1]!, points: 10 + worth[1]! },
      {
        program: 1,
        review: 'untrusted',
        disclosureRequired: false,
        limit: limits[2]!,
        points: 10 + worth[2]!,
      },
      { program: 3, review: 'none', disclosureRequired: true, limit: limits[3]!, points: 10 + worth[3]! },
      { program: 4, review: 'all', disclosureRequired: true, limit: limits[4]!, points: 10 + worth[4]! },
    ],
    campaigns: [
      {
        programs: [0, 2, 3],
        joinPoints: worth[5]!,
        completionPoints: worth[6]!,
        fromHours: 240,
        untilHours: -240,
      },
      {
        programs: [1, 3, 4],
        joinPoints: worth[7]!,
        completionPoints: 5 + worth[8]!,
        fromHours: 720,
        untilHours: 120,
      },
    ],
  }));

export type RawWorld = typeof rawWorld extends fc.Arbitrary<infer World> ? World : never;
export type RawStep = RawWorld['turns'][number]['contested'][number];
export type RawCommand = RawWorld['turns'][number]['commands'][number];
