import type { EventOf } from '@cairn/contracts/envelope';
import { progressChanged } from '@cairn/contracts/events/milestones/progress-changed';
import { tierUnlocked } from '@cairn/contracts/events/milestones/tier-unlocked';
import type { CreateAmbassador } from '@cairn/contracts/http/ambassador';
import type { CreateSeries } from '@cairn/contracts/http/series';
import { topics } from '@cairn/contracts/topics';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { inCommand } from '@cairn/service-kit/http/in-command';
import { inTransaction, onPool, type Sql } from '@cairn/service-kit/postgres/sql';
import type { DataSource } from 'typeorm';
import { applyEntries } from '../app/apply-entries.js';
import type { AppContext } from '../app/context.js';
import { createAmbassador } from '../app/create-ambassador.js';
import { createProgram } from '../app/create-program.js';
import { createSeries } from '../app/create-series.js';
import type { EntryEvent } from '../domain/entry.js';
import { keepBrands } from '../out/postgres/brands.js';
import { type EntryOf, entryOf } from './entries.js';

/** A brand of its own in a shared test database, with the clock in the test's hand. */
export interface Scene {
  app: AppContext;
  sql: Sql;
  brandId: string;
  caller: Caller;
  /** Sets the clock. */
  at(instant: string): void;
  program(name?: string): Promise<string>;
  ambassador(of: Partial<CreateAmbassador> & { programId: string }): Promise<string>;
  draft(programIds: string[], edit?: Partial<CreateSeries>): Promise<string>;
  entry(row: Omit<EntryOf, 'brandId'>): EntryEvent;
  /** One chunk in a transaction of its own; the rows that had to be parked. */
  apply(entries: readonly EntryEvent[], shard?: number): Promise<number[]>;
  /** The brand's events in the outbox of one topic, oldest first. */
  published<Data = Record<string, unknown>>(topic: string): Promise<PublishedEvent<Data>[]>;
  progresses(): Promise<PublishedEvent<EventOf<typeof progressChanged>['data']>[]>;
  unlocks(): Promise<PublishedEvent<EventOf<typeof tierUnlocked>['data']>[]>;
}

interface PublishedEvent<Data> {
  key: string;
  id: string;
  type: string;
  aggregate: string;
  aggregateversion: number;
  causationid: string;
  data: Data;
}

const milestones = topics.milestones.topic;

const selectOutbox = `
  SELECT key, value FROM outbox WHERE topic = $2 AND key LIKE $1 || '%' ORDER BY id`;

export async function scene(db: DataSource): Promise<Scene> {
  let now = new Date('2026-11-01T10:00:00.000Z');
  const brandId = newId();
  const app: AppContext = {
    db,
    clock: () => now,
    linkBaseUrl: 'https://links.example.com',
    commands: { run: (of, work) => inCommand(db, of, ['a-token-of-this-test'], work) },
  };
  const sql = onPool(db);
  const caller: Caller = { brandId, actor: { kind: 'api_key', id: newId(), ip: null } };
  await keepBrands(sql, [{ brandId, name: 'Rosewood', timezone: 'UTC', currency: 'USD', version: 1 }]);
  let people = 0;
  async function published<Data>(topic: string): Promise<PublishedEvent<Data>[]> {
    const rows = await sql.query<{ key: string; value: string }>(selectOutbox, [brandId, topic]);
    return rows.map(row => ({ key: row.key, ...JSON.parse(row.value) }));
  }
  return {
    app,
    sql,
    brandId,
    caller,
    at: instant => {
      now = new Date(instant);
    },
    program: async (name = 'Friends') => {
      const input = { name, category: 'referral', commissionRate: null, holdDays: 0 };
      return (await createProgram(app, caller, input)).body.id;
    },
    ambassador: async of => {
      const input = { name: 'Ada', email: `ada${++people}@example.com`, ...of };
      return (await createAmbassador(app, caller, input)).body.id;
    },
    draft: async (programIds, edit = {}) => {
      return (await createSeries(app, caller, { ...seriesInput(programIds), ...edit })).body.id;
    },
    entry: row => entryOf({ brandId, ...row }),
    apply: async (entries, shard = 0) => {
      const parked = await inTransaction(db, tx => applyEntries(app, tx, entries, now, shard));
      return parked.map(({ event }) => event.data.seq);
    },
    published,
    progresses: async () => {
      const events = await published<EventOf<typeof progressChanged>['data']>(milestones);
      return events.filter(event => event.type === progressChanged.type);
    },
    unlocks: async () => {
      const events = await published<EventOf<typeof tierUnlocked>['data']>(milestones);
      return events.filter(event => event.type === tierUnlocked.type);
    },
  };
}

/** Tiers 250, 500 and 1000, with one reward each. */
export function seriesInput(programIds: string[]): CreateSeries {
  return {
    name: 'Climb',
    category: 'referral',
    programIds,
    startsAt: null,
    endsAt: null,
    completion: { kind: 'stay' },
    tiers: [250, 500, 1000].map(threshold => ({
      name: `Tier ${threshold}`,
      threshold,
      medal: { preset: 'bronze' as const },
      description: '',
      email: null,
      rewards: [{ type: 'discount_code' as const, source: 'shopify' as const, percent: 10 }],
    })),
  };
}
