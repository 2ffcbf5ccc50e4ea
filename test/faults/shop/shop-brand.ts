import { setTimeout as pause } from 'node:timers/promises';
import type { Cairn } from '@cairn/local/cairn';
import { until } from '@cairn/service-kit/testing/until';
import type { Random } from '../random.js';

const everyStatus =
  'pending,issued,ordered,needs_fulfilment,fulfilled,waiting_for_codes,claimable,held,needs_attention,cancelled';

/** Where a grant ends that nobody has to look at but who sends manual products. */
const settled = new Set(['issued', 'ordered', 'needs_fulfilment']);

const address = { line1: '1 Main St', city: 'Portland', region: 'OR', postalCode: '97201', country: 'US' };

/** What this reads of a grant in the queue. */
interface QueueItem {
  id: string;
  type: string;
  status: string;
  code?: string;
  problem?: string;
}

interface Person {
  id: string;
  code: string;
}

const digits = (id: string | number) => String(id).split('/').at(-1)!;

/** A brand whose ambassadors climb five tiers by one order of its shop each. */
export class ShopBrand {
  /** The ids of all sales and refunds that the shop has told of. */
  readonly events: string[] = [];

  private constructor(
    private readonly cairn: Cairn,
    private readonly token: string,
    readonly domain: string,
    private readonly seriesId: string,
    private readonly variantId: string,
    private readonly persons: readonly Person[],
  ) {}

  static async make(cairn: Cairn, slug: string, people: number): Promise<ShopBrand> {
    const { portal, shop } = cairn.urls;
    const settings = { name: 'Shopped', slug, timezone: 'Europe/London', currency: 'USD' };
    const made = await send<{ apiKey: string }>(
      `${portal}/api/v1/brands`,
      'POST',
      settings,
      cairn.platformToken,
    );
    const admin = <Body>(method: string, path: string, body?: unknown) =>
      send<Body>(`${portal}/api/v1${path}`, method, body, made.apiKey);
    const { id: programId } = await admin<{ id: string }>('POST', '/programs', {
      name: 'Friends',
      category: 'referral',
    });
    await admin('PUT', `/programs/${programId}/referral-rule`, { mode: 'fixed', rate: '1' });
    const { items } = await until('the shop is connected', async () => {
      const shops = await admin<{ items: { id: string; domain: string }[] }>('GET', '/shops');
      return shops.items.length > 0 ? shops : undefined;
    });
    const { domain } = items[0]!;
    await connect(cairn, made.apiKey, domain);
    const control = <Body>(method: string, path: string, body?: unknown) =>
      send<Body>(`${shop}/control${path}`, method, body);
    await until('the shop tells of its orders', async () => {
      const { items: subscribed } = await control<{ items: unknown[] }>('GET', `/shops/${domain}/webhooks`);
      return subscribed.length === 4;
    });
    const found = await control<{ items: { id: string }[] }>(
      'GET',
      `/shops/${domain}/variants?sku=THROW-130`,
    );
    const variantId = found.items[0]!.id;
    const { id: poolId } = await admin<{ id: string }>('POST', '/code-pools', { name: 'Spa days', lowAt: 1 });
    const codes = Array.from({ length: people + 10 }, (_, n) => `SPA-${String(n).padStart(4, '0')}`);
    await admin('POST', `/code-pools/${poolId}/codes`, { codes });
    const shopCode = (percent: number) => ({
      type: 'discount_code',
      source: 'shopify',
      percent,
      expiresInDays: 90,
    });
    const rewards = [
      [shopCode(10)],
      [{ type: 'discount_code', source: 'shopify', amount: 500, minSubtotal: 2_000 }],
      [{ type: 'shopify_product', variantId: digits(variantId) }],
      [{ type: 'discount_code', source: 'pool', poolId, amount: 1_000 }],
      [shopCode(20), { type: 'manual_product', name: 'Gift box' }],
    ];
    const tiers = rewards.map((given, place) => ({
      ...{
        name: `Tier ${place + 1}`,
        threshold: 20 * (place + 1),
        medal: { preset: 'gold' },
        description: '',
      },
      rewards: given,
    }));
    const completion = { kind: 'stay' };
    const series = { name: 'The climb', category: 'referral', programIds: [programId], completion, tiers };
    const { id: seriesId } = await admin<{ id: string }>('POST', '/series', series);
    await admin('POST', `/series/${seriesId}/publish`, {});
    const persons: Person[] = [];
    for (let n = 0; n < people; n++) {
      const [name, email] = [`Person ${n}`, `person-${n}@${slug}.example`];
      const person = { externalId: `p-${n}`, name, email, programId, address: { name, ...address } };
      const { id, code } = await admin<Person>('POST', '/ambassadors', person);
      await control('POST', `/shops/${domain}/discounts`, { code, percentage: 10 });
      persons.push({ id, code });
    }
    return new ShopBrand(cairn, made.apiKey, domain, seriesId, variantId, persons);
  }

  /** Control of the stand-in. */
  async shop<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    return await send<Body>(`${this.cairn.urls.shop}/control${path}`, method, body);
  }

  /** One order of 180.00 net with each ambassador's code, and one of its four pieces back. */
  async buyAndRefund(random: Random): Promise<void> {
    const lines = [{ variantId: this.variantId, quantity: 4, price: '50.00' }];
    // Shops keep whole seconds: not the one in which somebody joined.
    const createdAt = new Date(Date.now() + 1_000).toISOString();
    const orders: { id: string; lineItemId: string }[] = [];
    for (const [place, { code }] of random.shuffled(this.persons).entries()) {
      const email = `buyer-${place}@shopped.example`;
      const order = await this.shop<{ id: string; lineItems: { id: string }[] }>(
        'POST',
        `/shops/${this.domain}/orders`,
        { lines, email, createdAt, discountCodes: [code], paid: true },
      );
      await pause(random.between(100, 500));
      orders.push({ id: digits(order.id), lineItemId: digits(order.lineItems[0]!.id) });
      this.events.push(`shopify:orders/paid:${digits(order.id)}`);
    }
    for (const { id, lineItemId } of random.shuffled(orders)) {
      const path = `/shops/${this.domain}/orders/${id}/refunds`;
      const refunded = await this.shop<{ refunds: { id: string }[] }>('POST', path, {
        lines: [{ lineItemId, quantity: 1 }],
      });
      this.events.push(`shopify:refunds/create:${digits(refunded.refunds.at(-1)!.id)}`);
    }
  }

  /** Cost points of the shop that were spent, and that came back while its bucket was full. */
  async budgetUse(): Promise<{ spent: number; lost: number }> {
    const { items } = await this.shop<{
      items: { domain: string; budgetUse: { spent: number; lost: number } }[];
    }>('GET', '/shops');
    return items.find(({ domain }) => domain === this.domain)!.budgetUse;
  }

  /** How often each fault was met. */
  async faultsMet(): Promise<Record<string, number>> {
    return (await this.shop<{ met: Record<string, number> }>('GET', '/faults')).met;
  }

  async unlocks(): Promise<number> {
    const { tiers } = await this.admin<{ tiers: { unlocked: number }[] }>(
      'GET',
      `/series/${this.seriesId}/standing`,
    );
    return tiers.reduce((sum, { unlocked }) => sum + unlocked, 0);
  }

  /** What the brand's people do: a refused token is connected again, and what needs attention is tried again. */
  async operate(): Promise<void> {
    const { items } = await this.admin<{ items: { domain: string; status: string }[] }>('GET', '/shops');
    if (items.every(({ status }) => status !== 'connected'))
      await connect(this.cairn, this.token, this.domain).catch(() => undefined);
    const stuck = await this.listed('needs_attention');
    // Each is there with Shopify's words: nothing waits without a reason.
    const silent = stuck.filter(({ problem }) => problem === undefined || problem === '');
    if (silent.length > 0) throw new Error(`without a reason: ${JSON.stringify(silent)}`);
    for (let from = 0; from < stuck.length; from += 100) {
      const ids = stuck.slice(from, from + 100).map(({ id }) => id);
      await this.admin('POST', '/fulfilment/bulk', { ids, action: 'retry' });
    }
    await pause(1_000);
  }

  async unsettled(): Promise<QueueItem[]> {
    return (await this.listed(everyStatus)).filter(({ status }) => !settled.has(status));
  }

  async grants() {
    return (await this.listed(everyStatus)).map(({ id, type, code }) => ({
      ...{ id, type, code },
      source: code?.startsWith('SPA-') ? 'pool' : 'shopify',
    }));
  }

  /** The codes in the shop that are not ambassadors' own. */
  async madeCodes(): Promise<string[]> {
    const own = new Set(this.persons.map(({ code }) => code));
    const { items } = await this.shop<{ items: { code: string }[] }>(
      'GET',
      `/shops/${this.domain}/discounts?limit=1000`,
    );
    return items.map(({ code }) => code).filter(code => !own.has(code));
  }

  /** The grants that the shop's orders name. */
  async orderedGrants(): Promise<string[]> {
    const path = `/shops/${this.domain}/orders?tag=cairn&limit=1000`;
    const { items } = await this.shop<{ items: { tags: string[] }[] }>('GET', path);
    return items.map(({ tags }) => {
      const hex = tags.map(tag => /^cairn-([0-9a-f]{32})$/.exec(tag)?.[1]).find(Boolean) ?? '';
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    });
  }

  async ledgerIds(): Promise<string[]> {
    const ids: string[] = [];
    for (const { id } of this.persons) {
      const { items } = await this.admin<{ items: { eventId: string }[] }>(
        'GET',
        `/ambassadors/${id}/ledger?limit=100`,
      );
      ids.push(...items.map(({ eventId }) => eventId));
    }
    return ids;
  }

  private async listed(status: string): Promise<QueueItem[]> {
    const all: QueueItem[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await this.admin<{ items: QueueItem[]; nextCursor: string | null }>(
        'GET',
        `/fulfilment?status=${status}&limit=100${after}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    return all;
  }

  private async admin<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    return await send<Body>(`${this.cairn.urls.portal}/api/v1${path}`, method, body, this.token);
  }
}

/** By OAuth, so that a token that the shop does not take once is renewed. */
async function connect({ urls: { portal } }: Cairn, token: string, domain: string): Promise<void> {
  const { authorizeUrl } = await send<{ authorizeUrl: string }>(
    `${portal}/api/v1/shops/connect`,
    'POST',
    { domain },
    token,
  );
  const url = new URL(authorizeUrl);
  url.searchParams.set('approve', '1');
  const agreed = await fetch(url, { redirect: 'manual' });
  await fetch(agreed.headers.get('location') ?? '', { redirect: 'manual' });
}

/** Tries again for a while where services are away. @throws Error for what is refused */
async function send<Body>(url: string, method: string, body?: unknown, token?: string): Promise<Body> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch(() => null);
    const text = answer === null ? '' : await answer.text();
    if (answer?.ok) return (text === '' ? undefined : JSON.parse(text)) as Body;
    const isAway = answer === null || answer.status >= 500 || answer.status === 429;
    if (!isAway || tries === 100) throw new Error(`${method} ${url}: ${answer?.status} ${text}`);
    await pause(500);
  }
}
