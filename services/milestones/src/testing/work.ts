import { claimWork } from '@cairn/service-kit/due-work/due-work';
import type { DueWorkKind } from '@cairn/service-kit/due-work/runner';
import type { DataSource } from 'typeorm';
import { MilestonesWork } from '../in/jobs/milestones-work.js';
import type { Scene } from './scene.js';

/** The due work of a test database, in the test's hand. */
export interface WorkInHand {
  /** Does what there is of a kind, as if its time had come, until nothing is left that is due. */
  perform(kind: string): Promise<void>;
  /** How much of a kind the brand has left. */
  left(kind: string): Promise<number>;
}

/** Takes off what earlier tests left, but for the one item that is always there. */
export async function workInHand(db: DataSource, { app, sql, brandId }: Scene): Promise<WorkInHand> {
  await sql.query(`DELETE FROM due_work WHERE kind <> 'retry-parked'`);
  const kinds = new Map<string, DueWorkKind>();
  new MilestonesWork(
    { register: each => kinds.set(each.kind, each) },
    { ...app, db },
    app.clock,
  ).onModuleInit();
  return {
    perform: async kind => {
      await sql.query('UPDATE due_work SET due_at = clock_timestamp() WHERE kind = $1', [kind]);
      for (;;) {
        const claimed = await claimWork(sql, kind, 10, 60_000);
        if (claimed.length === 0) return;
        for (const item of claimed) await kinds.get(kind)!.perform(item);
      }
    },
    left: async kind =>
      (await sql.query('SELECT 1 FROM due_work WHERE kind = $1 AND brand_id = $2', [kind, brandId])).length,
  };
}
