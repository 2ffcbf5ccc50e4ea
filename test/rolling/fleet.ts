import { type Cairn, type Stopper, startCairn } from '@cairn/local/cairn';
import { type ServiceName, serviceNames } from '@cairn/local/services/service-names';
import type { Supervised } from '@cairn/local/stack/supervised';
import { Balancer } from './balancer.js';
import { Groups } from './groups.js';

interface Copy {
  part: Supervised;
  url: string;
}

/** Copies of each service. */
const copies = 2;

/** Milliseconds without a heartbeat until a consumer counts as gone: far longer than leaving may take. */
const sessionTimeout = 10_000;

/** Two copies of each service, each service behind a balancer, which is also how portal-bff calls the others. */
export class Fleet {
  /** Stops that did not end well, and groups that a copy did not leave. */
  readonly troubles: string[] = [];

  private constructor(
    readonly cairn: Cairn,
    private readonly balancers: ReadonlyMap<ServiceName, Balancer>,
    private readonly copies: ReadonlyMap<ServiceName, Copy[]>,
    private readonly groups: Groups,
    private readonly say: (line: string) => void,
  ) {}

  /** @param drain SHUTDOWN_DRAIN, in milliseconds. */
  static async start(
    drain: number,
    say: (line: string) => void,
    onStopper?: (stopper: Stopper) => void,
  ): Promise<Fleet> {
    const balancers = new Map<ServiceName, Balancer>();
    for (const name of serviceNames) balancers.set(name, await Balancer.listen());
    const addresses = serviceNames.map(name => [variableOf(name), balancers.get(name)!.url]);
    const cairn = await startCairn(
      {
        ephemeral: true,
        serviceEnv: {
          ...Object.fromEntries(addresses),
          SHUTDOWN_DRAIN: String(drain),
          KAFKA_SESSION_TIMEOUT: String(sessionTimeout),
        },
      },
      onStopper,
    );
    const fleet = new Fleet(
      cairn,
      balancers,
      new Map(serviceNames.map(name => [name, [{ part: cairn.service(name), url: cairn.urlOf(name) }]])),
      await Groups.connect(cairn.stack.env.KAFKA_BROKERS ?? ''),
      say,
    );
    await Promise.all(
      serviceNames.map(async name => {
        await fleet.takeIn(name, fleet.copiesOf(name)[0]!);
        for (let copy = 1; copy < copies; copy++) await fleet.add(name);
      }),
    );
    say(`${copies} copies of each service are ready`);
    return fleet;
  }

  /** Where a service is called. */
  urlOf(name: ServiceName): string {
    return this.balancers.get(name)!.url;
  }

  /** SIGTERM to one copy of each service in turn; the other goes on alone. */
  async terminateEach(): Promise<void> {
    for (const name of serviceNames) await this.end(name, this.copiesOf(name).shift()!);
  }

  /**
   * Brings each service back to two copies, and exchanges those that were there one at a time: the new one is ready
   * before the old one gets its SIGTERM.
   */
  async rollAll(): Promise<void> {
    let ending: Promise<void> = Promise.resolve();
    for (const name of serviceNames) {
      const of = this.copiesOf(name);
      const before = [...of];
      while (of.length < copies) await Promise.all([ending, this.add(name)]);
      for (const old of before) {
        await Promise.all([ending, this.add(name)]);
        of.splice(of.indexOf(old), 1);
        ending = this.end(name, old);
      }
    }
    await ending;
  }

  async stop(): Promise<void> {
    await this.groups.close();
    for (const balancer of this.balancers.values()) balancer.close();
    await this.cairn.stop();
  }

  private copiesOf(name: ServiceName): Copy[] {
    return this.copies.get(name)!;
  }

  private async add(name: ServiceName): Promise<void> {
    const copy = await this.cairn.addCopy(name);
    this.copiesOf(name).push(copy);
    await this.takeIn(name, copy);
    this.say(`${copy.part.name} is new`);
  }

  private async takeIn(name: ServiceName, { url }: Copy): Promise<void> {
    await this.balancers.get(name)!.add(url);
  }

  private async end(name: ServiceName, { part, url }: Copy): Promise<void> {
    const began = performance.now();
    const members = await this.groups.membersOf(name);
    await part.stop();
    this.balancers.get(name)!.remove(url);
    const took = Math.round(performance.now() - began);
    this.say(`${part.name} stopped after ${took} ms with ${part.outcome}`);
    if (part.outcome !== 'exit code 0') this.troubles.push(`${part.name} ended with ${part.outcome}`);
    for (const [group, left] of await this.groups.membersOf(name)) {
      const before = members.get(group) ?? 0;
      if (left >= before) this.troubles.push(`${part.name} did not leave ${group}: ${left} of ${before}`);
    }
  }
}

/** The setting that tells a service's address to its callers, and portal-bff's to people. */
function variableOf(name: ServiceName): string {
  return name === 'portal-bff' ? 'PUBLIC_URL' : `${name.toUpperCase()}_URL`;
}
