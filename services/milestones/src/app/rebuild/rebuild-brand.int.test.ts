import type { CompletionInput } from '@cairn/contracts/http/series';
import { newId } from '@cairn/service-kit/events/derive';
import { inTransaction } from '@cairn/service-kit/postgres/sql';
import { createTestDatabase, type TestDatabase } from '@cairn/service-kit/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { migrations } from '../../../migrations/all.js';
import type { EntryEvent } from '../../domain/entry.js';
import { publishEdit, withThresholds } from '../../testing/edits.js';
import { restorable } from '../../testing/restored.js';
import { type Scene, scene } from '../../testing/scene.js';
import { workInHand } from '../../testing/work.js';
import { publishSeries } from '../publish-series.js';
import { endSeries, pauseSeries, resumeSeries } from '../turn-series.js';
import { unlockCollected } from '../unlock-collected.js';
import { unlockRetroactively } from '../unlock-retroactively.js';
import type { Difference } from './compare.js';
import { RebuildRuns, rebuildBrand } from './rebuild-brand.js';

let database: TestDatabase;
let s: Scene;
let programId: string;
let seriesId: string;
let stream: EntryEvent[];
const seqs = new Map<string, number>();

beforeAll(async () => {
  database = await createTestDatabase(migrations);
});

afterAll(async () => {
  await database?.drop();
});

beforeEach(() => begin({ kind: 'stay' }));

async function begin(completion: CompletionInput) {
  s = await scene(database.db);
  await workInHand(database.db, s);
  programId = await s.program();
  seriesId = await s.draft([programId], { completion });
  await publishSeries(s.app, s.caller, seriesId, null);
  stream = [];
}

/** The next row of somebody's ledger, as points publishes it. */
function next(ambassadorId: string, points: number, quiet = false): EntryEvent {
  const seq = (seqs.get(ambassadorId) ?? 0) + 1;
  seqs.set(ambassadorId, seq);
  const event = s.entry({ ambassadorId, seq, points, seriesId, programId, quiet });
  stream.push(event);
  return event;
}

async function rebuilt(of: readonly EntryEvent[] = stream) {
  const differences: Difference[] = [];
  const read = async (take: (events: readonly EntryEvent[]) => Promise<void>) => {
    await take(of);
    return of.length;
  };
  const report = await rebuildBrand(database.db, s.brandId, read, difference => differences.push(difference));
  return { report, differences };
}

type Step =
  | { do: 'row'; who: number; points: number; quiet: boolean }
  | { do: 'publish'; thresholds: number[]; retroactive: boolean; completion: CompletionInput | undefined }
  | { do: 'pause' | 'resume' | 'end' | 'retroactive' | 'collected' };

const completions = fc.constantFrom<CompletionInput>(
  { kind: 'stay' },
  { kind: 'repeat', carryOver: true, maxCycles: null },
  { kind: 'repeat', carryOver: false, maxCycles: 3 },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('row' as const),
      who: fc.integer({ min: 0, max: 2 }),
      points: fc.integer({ min: -300, max: 700 }),
      quiet: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      thresholds: fc
        .uniqueArray(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 3 })
        .map(all => all.sort((a, b) => a - b)),
      retroactive: fc.boolean(),
      completion: fc.option(completions, { nil: undefined }),
    }),
  },
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const) }),
  fc.record({ do: fc.constantFrom('retroactive' as const, 'collected' as const) }),
);

async function take(action: Step, people: readonly string[]): Promise<void> {
  const { app, caller, brandId } = s;
  switch (action.do) {
    case 'row':
      await s.apply([next(people[action.who]!, action.points, action.quiet)]);
      return;
    case 'publish': {
      const tiers = await withThresholds(s, seriesId, action.thresholds);
      const edit = { name: newId(), tiers, completion: action.completion };
      await publishEdit(s, seriesId, edit, action.retroactive);
      return;
    }
    case 'pause':
      await pauseSeries(app, caller, seriesId, null).catch(() => undefined);
      return;
    case 'resume':
      await resumeSeries(app, caller, seriesId, null).catch(() => undefined);
      return;
    case 'end':
      await endSeries(app, caller, seriesId, null);
      return;
    case 'retroactive':
      await inTransaction(database.db, sql =>
        unlockRetroactively(app, sql, brandId, seriesId, app.clock(), { look: 2, limit: 1 }),
      );
      return;
    case 'collected':
      await inTransaction(database.db, sql => unlockCollected(app, sql, brandId, seriesId, app.clock(), 1));
  }
}

describe('the rebuild', () => {
  it('is the same whatever was published, paused and unlocked late between the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        completions,
        fc.array(step, { minLength: 4, maxLength: 25 }),
        fc.boolean(),
        async (completion, steps, ends) => {
          await begin(completion);
          const people = [newId(), newId(), newId()];
          let minutes = 0;
          const all: Step[] = ends
            ? [...steps, { do: 'end' }, { do: 'row', who: 0, points: 400, quiet: false }]
            : steps;
          for (const action of all) {
            s.at(new Date(Date.parse('2026-11-01T10:00:00Z') + 60_000 * ++minutes).toISOString());
            await take(action, people);
          }
          const { report, differences } = await rebuilt();
          expect(differences).toEqual([]);
          expect(report.ambassadors).toBe(new Set(stream.map(event => event.data.ambassadorId)).size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('after a restore, when the rows since are counted again under what is in force then', async () => {
    const [ada, bo] = [newId(), newId()];
    const { backup, restore } = restorable(database.db, s.brandId);
    await s.apply([next(ada, 460), next(bo, 240)]);
    const earlier = await backup();
    const since = [next(ada, 100), next(bo, 300, true)];
    await pauseSeries(s.app, s.caller, seriesId, null);
    await s.apply(since);
    await restore(earlier);
    await resumeSeries(s.app, s.caller, seriesId, null);
    const tiers = await withThresholds(s, seriesId, [200, 450, 1000]);
    await publishEdit(s, seriesId, { tiers }, true);
    await s.apply(since);
    expect((await rebuilt()).differences).toEqual([]);
    expect(await s.unlocks()).not.toEqual([]);
  });

  it('leaves out what is counted after it began, and takes a row that is told twice once', async () => {
    const ada = newId();
    await s.apply([next(ada, 300)]);
    const late = next(ada, 400);
    expect((await rebuilt([...stream, ...stream])).differences).toEqual([]);
    await s.apply([late]);
    expect((await rebuilt()).differences).toEqual([]);
  });

  it.each([
    ['points', 'UPDATE progress SET points = points + 1 WHERE brand_id = $1', /progress in series/],
    ['an unlock that is gone', 'DELETE FROM unlocks WHERE brand_id = $1', /^tier /],
    ['an unlock by another row', 'UPDATE unlocks SET entry_id = NULL WHERE brand_id = $1', /^tier /],
    [
      'a row that nobody counted',
      'UPDATE ledger_positions SET seq = 2 WHERE brand_id = $1',
      /^rows of the ledger$/,
    ],
  ])('tells what is otherwise: %s', async (_, damage, what) => {
    await s.apply([next(newId(), 300)]);
    await s.sql.query(damage, [s.brandId]);
    const { report, differences } = await rebuilt();
    expect(report.different).toBe(1);
    expect(differences).toEqual([expect.objectContaining({ what: expect.stringMatching(what) })]);
  });

  it('one runs at a time, and leaves no tables behind', async () => {
    await s.apply([next(newId(), 300)]);
    await rebuildBrand(
      database.db,
      s.brandId,
      async () => {
        await expect(rebuilt()).rejects.toThrow(RebuildRuns);
        return 0;
      },
      () => undefined,
    );
    const left = await s.sql.query(`SELECT relname FROM pg_class WHERE relname LIKE 'rebuild%'`);
    expect(left).toEqual([]);
  });
});
