import type { Receipt } from '@cairn/contracts/http/ledger';
import type { Page } from '@cairn/contracts/http/page';
import type { SeriesView } from '@cairn/contracts/http/series';
import type { SubmissionItem } from '@cairn/contracts/http/submission';
import { until } from '@cairn/service-kit/testing/until';
import { call, ok } from '../../support/api.js';
import { cairn } from '../../support/cairn.js';
import { type Command, codeOf, emailOf, latecomer, type World, type WorldEvent } from './world.js';

const hour = 3_600_000;
const medals = ['bronze', 'silver', 'gold'] as const;

/** One brand in which a world happens, by the product's own HTTP. */
export class WorldBrand {
  readonly ambassadors = new Map<string, string>();
  /** What commands answered, in their order. */
  readonly answers: string[] = [];
  /** When the present turn began, in milliseconds since the epoch. */
  turnAt = 0;
  private readonly programs: string[] = [];
  private readonly series: string[] = [];
  private readonly actions: string[] = [];
  private readonly campaigns: string[] = [];
  private readonly pools: Record<string, string> = {};

  private constructor(
    readonly label: string,
    readonly world: World,
    /** When the world began, the same for all of its brands. */
    private readonly base: number,
    readonly id: string,
    private readonly apiKey: string,
  ) {}

  static async make(label: string, world: World, base: number): Promise<WorldBrand> {
    const { portal, platformToken } = cairn();
    const { id, apiKey } = await ok<{ id: string; apiKey: string }>('POST', `${portal}/api/v1/brands`, {
      token: platformToken,
      body: {
        name: `World ${label}`,
        timezone: 'America/New_York',
        currency: 'USD',
        disclosureTags: ['#ad'],
        trustRule: { approved: 2, withinDays: 60 },
        reviewSamplePercent: world.samplePercent,
      },
    });
    const brand = new WorldBrand(label, world, base, id, apiKey);
    await brand.configure();
    return brand;
  }

  admin<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    return ok<Body>(method, `${cairn().portal}/api/v1${path}`, { token: this.apiKey, body });
  }

  /** Every item of a list, over its pages. */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Page<Item> = await this.admin('GET', `${path}${query}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  /** The event as it is sent in. */
  body({ id, who, by, nudge, when, body: { type, ...rest } }: WorldEvent): object {
    const at = (when === 'now' ? this.turnAt : this.base - when.hours * hour) + nudge;
    const reference = {
      externalId: who,
      email: emailOf(who),
      code: codeOf(who),
      id: this.ambassadors.get(who),
    };
    const ambassador = type === 'referral.refund' ? {} : { ambassador: { [by]: reference[by] } };
    const { action, campaign, ...data } = rest as { action?: number; campaign?: number };
    return {
      id,
      type,
      occurredAt: new Date(at).toISOString(),
      ...ambassador,
      data: {
        ...(action === undefined ? {} : { actionId: this.actions[action] }),
        ...(campaign === undefined ? {} : { campaignId: this.campaigns[campaign] }),
        ...data,
      },
    };
  }

  /** Sends one body: an object, an array, or text as NDJSON. */
  async send(body: object | string): Promise<void> {
    const options = typeof body === 'string' ? { raw: body, type: 'application/x-ndjson' } : { body };
    const answer = await ok<{ rejected: unknown[] }>('POST', `${cairn().ingestion}/v1/events`, {
      token: this.apiKey,
      ...options,
    });
    if (answer.rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(answer.rejected)}`);
  }

  /** Waits until it was judged. */
  async receiptOf(eventId: string): Promise<Receipt> {
    return await until(`${this.label}: a receipt of ${eventId}`, async () => {
      const url = `${cairn().portal}/api/v1/receipts/${eventId}`;
      const answer = await call<Receipt>('GET', url, { token: this.apiKey });
      return answer.status === 200 && answer.body.status !== 'accepted' && answer.body;
    });
  }

  async perform(command: Command): Promise<void> {
    this.answers.push(`${JSON.stringify(command)}: ${await this.performed(command)}`);
  }

  /** Ids of this brand as the names that all brands of the world share. */
  named(text: string): string {
    const known = [
      ...this.programs.map((id, n) => [id, `program ${n}`] as const),
      ...this.series.map((id, n) => [id, `series ${n}`] as const),
      ...this.actions.map((id, n) => [id, `action ${n}`] as const),
      ...this.campaigns.map((id, n) => [id, `campaign ${n}`] as const),
    ];
    return known.reduce((named, [id, name]) => named.replaceAll(id, name), text);
  }

  private async performed(command: Command): Promise<string> {
    switch (command.kind) {
      case 'adjust':
        return await this.attempt(`/ambassadors/${this.idOf(command.who)}/adjustments`, {
          points: command.points,
          reason: 'For the fair',
        });
      case 'move':
        return await this.attempt(`/ambassadors/${this.idOf(command.who)}/move`, {
          programId: this.programs[command.program],
        });
      case 'approve':
      case 'reject':
      case 'undo':
        return await this.decide(command);
      case 'lower':
        return await this.lower(this.series[command.series]!, command.retroactive);
      case 'arrive':
        await this.enrol(command.who);
        return 'is there';
      case 'replay':
        return await this.attempt('/receipts/replay', { filter: { reason: 'no_live_series' } });
      default:
        return await this.attempt(`/series/${this.series[command.series]}/${command.kind}`, {});
    }
  }

  /** @returns what of the answer is the same for all brands. */
  private async attempt(path: string, body: object): Promise<string> {
    const url = `${cairn().portal}/api/v1${path}`;
    const { status, body: answer } = await call<{ code?: string; replayed?: number; points?: number }>(
      'POST',
      url,
      {
        token: this.apiKey,
        body,
      },
    );
    if (status >= 500 || status === 400) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return [status, answer?.code, answer?.replayed, answer?.points].filter(of => of !== undefined).join(' ');
  }

  /** On the nth of the submissions that it can be done to; all brands have the same, by their events. */
  private async decide({ kind, nth }: Command & { kind: 'approve' | 'reject' | 'undo' }): Promise<string> {
    const statuses = kind === 'undo' ? 'approved,rejected' : 'in_review';
    const found = await this.all<SubmissionItem>(`/submissions?status=${statuses}`);
    const sorted = found.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
    const of = sorted[nth % sorted.length];
    if (of === undefined) return 'nothing';
    const body = kind === 'reject' ? { reason: 'low_quality' } : {};
    return `${of.eventId} ${await this.attempt(`/submissions/${of.id}/${kind}`, body)}`;
  }

  private async lower(id: string, retroactive: boolean): Promise<string> {
    const { tiers } = await this.admin<SeriesView>('GET', `/series/${id}`);
    const lowered = tiers.map(tier => ({ ...tier, threshold: Math.floor(tier.threshold * 0.8) }));
    await this.admin('PATCH', `/series/${id}`, { tiers: lowered });
    return await this.attempt(`/series/${id}/publish`, { retroactive });
  }

  private idOf(who: string): string {
    return this.ambassadors.get(who)!;
  }

  private async enrol(name: string): Promise<void> {
    const { program, trust } = this.world.people.find(person => person.name === name)!;
    const { id } = await this.admin<{ id: string }>('POST', '/ambassadors', {
      externalId: name,
      name,
      email: emailOf(name),
      code: codeOf(name),
      programId: this.programs[program],
      joinedAt: this.instant(name === latecomer ? 240 : 1_440),
      ...(trust === 'new' ? {} : { trust }),
    });
    this.ambassadors.set(name, id);
  }

  private instant(hoursAgo: number): string {
    return new Date(this.base - hoursAgo * hour).toISOString();
  }

  private async make(path: string, body: object): Promise<string> {
    return (await this.admin<{ id: string }>('POST', path, body)).id;
  }

  private async configure(): Promise<void> {
    const { world, programs } = this;
    for (const name of ['pool', 'empty']) this.pools[name] = await this.make('/code-pools', { name });
    const codes = Array.from({ length: 500 }, (_, n) => `CODE-${n}`);
    await this.admin('POST', `/code-pools/${this.pools.pool}/codes`, { codes });
    for (const [n, { rule, holdDays }] of world.programs.entries()) {
      programs.push(await this.make('/programs', { name: `Program ${n}`, category: 'x', holdDays }));
      await this.admin('PUT', `/programs/${programs[n]}/referral-rule`, rule);
    }
    for (const [n, { program, ...action }] of world.actions.entries()) {
      const body = { ...action, programId: programs[program], name: `Action ${n}`, category: 'social_post' };
      this.actions.push(await this.make('/actions', body));
    }
    for (const [n, { programs: of, fromHours, untilHours, ...campaign }] of world.campaigns.entries()) {
      const window = { startsAt: this.instant(fromHours), endsAt: this.instant(untilHours) };
      const body = {
        ...campaign,
        ...window,
        programIds: of.map(each => programs[each]),
        name: `Campaign ${n}`,
      };
      this.campaigns.push(await this.make('/campaigns', body));
    }
    for (const each of world.series) await this.makeSeries(each);
    // The last one is published by a command.
    for (const id of this.series.slice(0, -1)) await this.admin('POST', `/series/${id}/publish`, {});
    for (const { name } of world.people) if (name !== latecomer) await this.enrol(name);
  }

  private async makeSeries({ name, programs, completion, tiers }: World['series'][number]): Promise<void> {
    const { program } = completion as { program?: number };
    const promotes = program === undefined ? null : { kind: 'promote', programId: this.programs[program] };
    this.series.push(
      await this.make('/series', {
        name,
        category: 'x',
        programIds: programs.map(each => this.programs[each]),
        startsAt: this.instant(1_080),
        completion: promotes ?? completion,
        tiers: tiers.map(({ threshold, rewards }, n) => ({
          name: `${name} ${n + 1}`,
          threshold,
          medal: { preset: medals[n] },
          rewards: rewards.map(reward => this.rewardOf(reward)),
        })),
      }),
    );
  }

  private rewardOf(reward: string): object {
    switch (reward) {
      case 'manual':
        return { type: 'manual_product', name: 'A tote' };
      case 'custom':
        return { type: 'custom', title: 'A call', description: '' };
      case 'shop':
        return { type: 'discount_code', source: 'shopify', percent: 10 };
      default:
        return { type: 'discount_code', source: 'pool', poolId: this.pools[reward], percent: 10 };
    }
  }
}
