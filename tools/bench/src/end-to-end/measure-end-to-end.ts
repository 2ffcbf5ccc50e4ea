import type { BenchBrand } from '../brand/bench-brand.js';
import { searchRate } from '../measure/rate-search.js';
import { quantile } from '../measure/statistics.js';
import type { Bed } from '../stack/bed.js';
import { asLongAsTheProduct, type ChainShape, chainPath, shortest } from './chain-path.js';
import type { Path } from './path.js';
import { type Limits, tryRate } from './trial.js';

export interface EndToEndPlan {
  /** Seconds of load to judge one rate, and to measure latency. */
  readonly trialSeconds: number;
  readonly latencySeconds: number;
  /** Sales a second with which the first search begins. */
  readonly from: number;
  readonly baselineFrom: number;
  readonly precision: number;
  /** Over this the one process that sends cannot keep its own times. */
  readonly highest: number;
  readonly limits: Limits;
}

type Names = 'end-to-end.rate' | 'end-to-end.p50' | 'end-to-end.p99';
type Say = (line: string) => void;

/** The rounds of the product and of its baselines; each search begins where the last one ended. */
export class EndToEnd {
  private readonly last = new Map<string, number>();

  constructor(
    private readonly bed: Bed,
    private readonly brand: BenchBrand,
    private readonly product: Path,
    private readonly plan: EndToEndPlan,
    private readonly say: Say,
  ) {}

  /** A service that has just begun is slower than it will be. */
  async warmUp(): Promise<void> {
    const { from: rate, trialSeconds: seconds } = this.plan;
    const load = { rate, seconds, ...this.usual, watch: false };
    await tryRate(this.bed.programs, this.product, load);
  }

  /** The product's highest rate, and its latency at half of that. */
  async value(): Promise<Record<Names, number>> {
    const rate = await this.highestRate('product', this.product, this.plan.from);
    return { 'end-to-end.rate': rate, ...(await this.latency(this.product, rate / 2)) };
  }

  /** The bare chain's highest rate, and the shortest chain's latency at half of the product's last one. */
  async baseline(): Promise<Record<Names, number>> {
    const rate = await this.withChain(asLongAsTheProduct, 0, path =>
      this.highestRate('bare chain', path, this.plan.baselineFrom),
    );
    const half = (this.last.get('product') ?? this.plan.from) / 2;
    const watched = this.product.streams.length;
    const latency = await this.withChain(shortest, watched, path => this.latency(path, half));
    return { 'end-to-end.rate': rate, ...latency };
  }

  /** Once more a part of the product's highest rate that held, for whoever looks on. */
  async atPartOfHighestRate(part: number): Promise<void> {
    const rate = part * (this.last.get('product') ?? this.plan.from);
    const load = { rate, seconds: this.plan.latencySeconds, ...this.usual, watch: false };
    await tryRate(this.bed.programs, this.product, load);
  }

  private async highestRate(name: string, path: Path, from: number): Promise<number> {
    const known = this.last.get(name);
    const { precision, highest, trialSeconds: seconds } = this.plan;
    const search = {
      from: known ?? from,
      step: known === undefined ? 1.6 : 1.2,
      ...{ precision, lowest: 20, highest },
    };
    const found = await searchRate(search, async rate => {
      const { held, because, behind } = await tryRate(this.bed.programs, path, {
        ...{ rate, seconds, ...this.usual, watch: false },
      });
      const most = behind[0] === undefined ? '' : `; most behind: ${behind[0].of} (${behind[0].lag})`;
      this.say(`${name}: ${rate} sales/s ${held ? 'held' : `did not hold, ${because}${most}`}`);
      return held;
    });
    if (found === 0) throw new Error(`${name}: not even ${search.lowest} sales/s held`);
    this.last.set(name, found);
    return found;
  }

  private async latency(
    path: Path,
    rate: number,
  ): Promise<Pick<Record<Names, number>, 'end-to-end.p50' | 'end-to-end.p99'>> {
    const { latencies, because } = await tryRate(this.bed.programs, path, {
      ...{ rate, seconds: this.plan.latencySeconds, ...this.usual, watch: true },
    });
    if (because !== null) this.say(`at half the rate, ${Math.round(rate)} sales/s: ${because}`);
    return { 'end-to-end.p50': quantile(latencies, 0.5), 'end-to-end.p99': quantile(latencies, 0.99) };
  }

  private async withChain<Result>(
    shape: ChainShape,
    watched: number,
    work: (path: Path) => Promise<Result>,
  ): Promise<Result> {
    const path = await chainPath(this.bed, this.brand, shape, watched);
    try {
      return await work(path);
    } finally {
      await path.close();
    }
  }

  private get usual() {
    return {
      ambassadors: this.brand.ambassadors.map(({ externalId }) => externalId),
      limits: this.plan.limits,
    };
  }
}
