import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Api } from '@cairn/demo/http/api';
import type { ServiceName } from '@cairn/local/services/service-names';
import { databaseVariable } from '@cairn/local/stack/postgres-databases';
import { z } from 'zod';
import type { BenchBrand } from '../brand/bench-brand.js';
import { takeOwnStreamsAsRead } from '../ledger/own-streams.js';
import { workOff } from '../ledger/work-off.js';
import { closedLoopAnswer } from '../load/closed-loop-types.js';
import { homeReadsAnswer } from '../load/home-reads-types.js';
import { pointsASale } from '../load/sale.js';
import type { Bed } from '../stack/bed.js';
import { databaseUrl, onDatabase } from '../stack/databases.js';
import { runService } from '../stack/service-run.js';
import { externalIdOf, personId } from './filling.js';
import type { Grown } from './grown-databases.js';

/** How much is done in a round. */
export interface SizeLoad {
  readonly sales: number;
  readonly homeReads: number;
}

const salesARequest = 500;
const readers = 5_000;
const readConnections = 16;

const counted = z.object({ rows: z.number(), first: z.number() });
const countRows = `
  SELECT count(*)::float8 AS rows, (extract(epoch FROM min(posted_at)) * 1000)::float8 AS first
  FROM ledger WHERE event_id LIKE $1`;
const takeAsRead = `
  UPDATE consumer_offsets SET next_offset = ends.next
  FROM unnest($2::int[], $3::bigint[]) AS ends (partition, next)
  WHERE consumer_offsets.topic = $1 AND consumer_offsets.partition = ends.partition`;

let run = 0;

/**
 * The same work over databases of different sizes. Each run sends sales of its own, to people drawn from the whole brand,
 * and the database that it is not for takes them as read.
 */
export class SizeBench {
  constructor(
    private readonly bed: Bed,
    private readonly brand: BenchBrand,
    private readonly load: SizeLoad,
  ) {}

  /** Ledger rows a second, as in the figure of the ledger. @throws Error where a row is missing: the round is invalid */
  async posted(grown: Grown): Promise<number> {
    await this.takeAllAsRead(grown.points);
    await takeOwnStreamsAsRead(this.bed, grown.points);
    const prefix = `size-${process.pid}-${run++}`;
    const sales = await this.send(prefix, this.draw(grown.people, this.load.sales));
    const { endedAt } = await workOff(
      this.bed,
      'points',
      [],
      this.instead('points', grown.points),
      grown.points,
    );
    const { rows, first } = await onDatabase(this.bed, grown.points, async client =>
      counted.parse((await client.query(countRows, [`${prefix}-%`])).rows[0]),
    );
    if (rows !== sales) throw new Error(`${grown.points} has ${rows} rows of ${sales} sales`);
    return sales / ((endedAt - first) / 1000);
  }

  /** Portal homes read a second, each the next of some thousands of people. @throws Error for any answer but a home */
  async read(grown: Grown): Promise<number> {
    await this.takeAllAsRead(grown.portal);
    const tokens = await this.sessions(grown);
    const service = await runService(this.bed, 'portal-bff', [], this.instead('portal-bff', grown.portal));
    try {
      const reads = async (requests: number) => {
        const answer = await this.bed.programs.run(
          'load/home-reads',
          { url: `${this.portal()}/api/portal/v1/home`, tokens, connections: readConnections, requests },
          homeReadsAnswer,
        );
        if (answer.failed > 0)
          throw new Error(`${answer.failed} homes were not read, first: ${answer.example}`);
        return answer.read / answer.seconds;
      };
      await reads(readers / 10);
      return await reads(this.load.homeReads);
    } finally {
      await service.stop();
    }
  }

  /** Seconds that the what-if of a draft takes over the brand, as an admin asks for it. */
  async whatIf(grown: Grown): Promise<number> {
    await this.takeAllAsRead(grown.points);
    await takeOwnStreamsAsRead(this.bed, grown.points);
    const points = await runService(this.bed, 'points', [], this.instead('points', grown.points));
    try {
      const portal = await runService(this.bed, 'portal-bff', [], this.instead('portal-bff', grown.portal));
      try {
        return await this.simulate(grown);
      } finally {
        await portal.stop();
      }
    } finally {
      await points.stop();
    }
  }

  /** Seconds of one bare statement that sums the same rows by ambassador. */
  async bareSums({ points, people }: Grown): Promise<number> {
    const every = Math.max(1, Math.ceil(people / mostLookedAt));
    return await onDatabase(this.bed, points, async client => {
      const started = performance.now();
      await client.query(sums, [this.brand.programId, every]);
      return (performance.now() - started) / 1000;
    });
  }

  private async simulate({ people }: Grown): Promise<number> {
    const tiers = [5, 10, 15, 20].map(sales => ({
      ...{
        name: `After ${sales}`,
        threshold: sales * pointsASale,
        medal: { preset: 'bronze' },
        description: '',
      },
      rewards: [{ type: 'custom', title: 'Postcard', description: '', cost: 500 }],
    }));
    const started = performance.now();
    const { body } = await new Api(this.portal(), this.brand.apiKey).call({
      method: 'POST',
      path: '/api/v1/series/simulate',
      body: {
        programIds: [this.brand.programId],
        startsAt: null,
        endsAt: null,
        completion: { kind: 'stay' },
        tiers,
      },
      answer: z.object({ participants: z.int() }),
    });
    const seconds = (performance.now() - started) / 1000;
    if (
      body.participants < people * 0.95 ||
      body.participants > (people + this.brand.ambassadors.length) * 1.05
    )
      throw new Error(`the what-if counted ${body.participants} participants of ${people}`);
    return seconds;
  }

  private async send(prefix: string, ambassadors: readonly string[]): Promise<number> {
    const requests = Math.ceil(this.load.sales / salesARequest);
    const answer = await this.bed.programs.run(
      'load/closed-loop',
      {
        url: `${this.bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1')}/v1/events`,
        headers: { authorization: `Bearer ${this.brand.apiKey}` },
        ...{
          connections: Math.min(4, requests),
          requests,
          eventsARequest: salesARequest,
          prefix,
          ambassadors,
        },
      },
      closedLoopAnswer,
    );
    if (answer.accepted !== requests * salesARequest)
      throw new Error(`${answer.accepted} sales were taken: ${answer.example}`);
    return answer.accepted;
  }

  private draw(people: number, count: number): string[] {
    return Array.from({ length: count }, () => externalIdOf(randomInt(people)));
  }

  private async sessions({ portal, people }: Grown): Promise<string[]> {
    const tokens = Array.from({ length: readers }, () => `cs_${randomBytes(32).toString('base64url')}`);
    const hashes = tokens.map(token => createHash('sha256').update(token).digest('hex'));
    const ids = tokens.map(() => personId(randomInt(people)));
    await onDatabase(this.bed, portal, client =>
      client.query(
        `INSERT INTO sessions (hash, brand_id, ambassador_id, created_at, expires_at)
         SELECT hash, a.brand_id, a.id, now(), now() + interval '1 hour'
         FROM unnest($1::text[], $2::uuid[]) AS given (hash, id) JOIN ambassadors AS a USING (id)`,
        [hashes, ids],
      ),
    );
    return tokens;
  }

  /** What is on the topics now is nothing that this database hears of. */
  private async takeAllAsRead(database: string): Promise<void> {
    await onDatabase(this.bed, database, async client => {
      const { rows } = await client.query('SELECT DISTINCT topic FROM consumer_offsets');
      for (const { topic } of z.array(z.object({ topic: z.string() })).parse(rows)) {
        const ends = await this.bed.kafka.ends(topic);
        await client.query(takeAsRead, [topic, [...ends.keys()], [...ends.values()]]);
      }
    });
  }

  private instead(service: ServiceName, database: string): NodeJS.ProcessEnv {
    const variable = databaseVariable(service);
    return { [variable]: databaseUrl(this.bed.cairn.stack.env[variable]!, database) };
  }

  private portal(): string {
    return this.bed.cairn.urls.portal.replace('localhost', '127.0.0.1');
  }
}

/** As many as points looks at for a what-if (its app/simulate-series.ts). */
const mostLookedAt = 100_000;
const sums = `
  SELECT ambassador_id, sum(available_delta) FROM ledger
  WHERE program_id = $1 AND mod(uuid_hash_extended(ambassador_id, 0), $2) = 0 GROUP BY ambassador_id`;
