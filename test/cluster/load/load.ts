import { randomBytes } from 'node:crypto';
import { must, type World } from '../checks/check.js';
import { type Ambassador, type Brand, makeBrand, sale } from './brand.js';
import { OpenHome } from './open-home.js';
import { Requests } from './requests.js';

/** Milliseconds from one sale to the next, and from one read to the next: bounded, whatever the cluster does. */
const saleEvery = 100;
const readEvery = 100;
const people = 20;
const openHomes = 3;

export interface LoadOptions {
  /** Reads that portal-bff asks another service for; without them it is asked for its own. Default: true. */
  readonly ofOthers?: boolean;
}

export interface LoadOutcome {
  readonly brand: Brand;
  /** The ids of the events that were taken, by external id. */
  readonly taken: ReadonlyMap<string, readonly string[]>;
  readonly answered: number;
  readonly seconds: number;
  readonly reopened: number;
}

/** Sales to ingestion, reads of portal-bff and open homes, all from outside, at a steady rate. */
export class Load {
  private readonly requests = new Requests();
  private readonly taken = new Map<string, string[]>();
  private readonly began = performance.now();
  private readonly timers: NodeJS.Timeout[] = [];
  private homes: OpenHome[] = [];
  private count = 0;

  private constructor(
    private readonly world: World,
    readonly brand: Brand,
  ) {}

  static async start(world: World, { ofOthers = true }: LoadOptions = {}): Promise<Load> {
    const brand = await makeBrand(world, people);
    const load = new Load(world, brand);
    const { portal } = world.release;
    load.homes = await Promise.all(
      brand.people
        .slice(0, openHomes)
        .map(({ session }) => OpenHome.open(portal, session, why => load.requests.failed('stream', why))),
    );
    const run = randomBytes(4).toString('hex');
    const reads = ofOthers ? [...ownReads, ...othersReads] : ownReads;
    load.timers.push(
      setInterval(() => void load.sell(`${run}-${load.count}`), saleEvery),
      setInterval(() => load.read(reads), readEvery),
    );
    return load;
  }

  get failed(): number {
    return this.requests.failures.length;
  }

  /** Sales that were taken so far. */
  get sales(): number {
    return [...this.taken.values()].reduce((sum, ids) => sum + ids.length, 0);
  }

  /**
   * Ends it and tells what came of it.
   * @throws Error where a single request failed, or an open home has not what it should.
   */
  async end(): Promise<LoadOutcome> {
    for (const timer of this.timers) clearInterval(timer);
    const seconds = (performance.now() - this.began) / 1_000;
    await this.requests.end();
    const { failures, answered } = this.requests;
    const reopened = this.homes.reduce((sum, home) => sum + home.reopened, 0);
    try {
      for (const { at, what, why } of failures.slice(0, 10)) this.world.say(`  FAILED ${at} ${what}: ${why}`);
      must(failures.length === 0, `${failures.length} of ${answered + failures.length} requests failed`);
      await this.homesCaughtUp();
    } finally {
      await Promise.all(this.homes.map(home => home.close()));
    }
    return { brand: this.brand, taken: this.taken, answered, seconds, reopened };
  }

  /** Ends it without a word, after something else has failed. */
  async abandon(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all([this.requests.end(), ...this.homes.map(home => home.close())]);
  }

  private async sell(id: string): Promise<void> {
    const { externalId } = this.brand.people[this.count++ % people]!;
    const body = {
      id,
      type: 'referral.sale',
      occurredAt: new Date().toISOString(),
      ambassador: { externalId },
      data: { orderId: `order-${id}`, currency: 'USD', netAmount: sale.netAmount },
    };
    const url = `${this.world.release.ingestion}/v1/events`;
    if (!(await this.requests.send(202, 'POST', url, this.brand.apiKey, body))) return;
    this.taken.set(externalId, [...(this.taken.get(externalId) ?? []), id]);
  }

  private read(reads: readonly Read[]): void {
    const who = this.brand.people[this.count % people]!;
    const { path, token } = reads[Math.floor(Math.random() * reads.length)]!(who, this.brand);
    void this.requests.send(200, 'GET', this.world.release.portal + path, token);
  }

  /** What a page shows that was open all the time. */
  private async homesCaughtUp(): Promise<void> {
    for (const [n, home] of this.homes.entries()) {
      const { externalId } = this.brand.people[n]!;
      const points = (this.taken.get(externalId)?.length ?? 0) * sale.points;
      await this.world.until(
        `the open home of ${externalId} shows ${points} points`,
        () => home.points === points,
      );
    }
  }
}

type Read = (who: Ambassador, brand: Brand) => { path: string; token: string };

const ownReads: readonly Read[] = [
  ({ session }) => ({ path: '/api/portal/v1/home', token: session }),
  ({ id }, { apiKey }) => ({ path: `/api/v1/ambassadors/${id}/progress`, token: apiKey }),
];

/** Of points, milestones, rewards and notifications. */
const othersReads: readonly Read[] = [
  ({ id }, { apiKey }) => ({ path: `/api/v1/ambassadors/${id}/ledger?limit=20`, token: apiKey }),
  (_, { apiKey, seriesId }) => ({ path: `/api/v1/series/${seriesId}`, token: apiKey }),
  (_, { apiKey }) => ({ path: '/api/v1/fulfilment?limit=5', token: apiKey }),
  (_, { apiKey }) => ({ path: '/api/v1/messages?limit=5', token: apiKey }),
];
