import { randomBytes } from 'node:crypto';
import type { Address } from '@cairn/contracts/address';
import { type EventOf, envelope } from '@cairn/contracts/envelope';
import { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { grantChanged } from '@cairn/contracts/events/rewards/grant-changed';
import { claimWork } from '@cairn/service-kit/due-work/due-work';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { ServiceTokens } from '@cairn/service-kit/http/service-tokens';
import { inTransaction, onPool } from '@cairn/service-kit/postgres/sql';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import type { DataSource } from 'typeorm';
import { changeGrant } from '../app/change-grants.js';
import { ChangeShop } from '../app/change-shop.js';
import { ClaimProduct } from '../app/claim-reward.js';
import { ConnectShop } from '../app/connect-shop.js';
import { ConnectStandin } from '../app/connect-standin.js';
import { FillPool } from '../app/fill-pool.js';
import { GrantWork } from '../app/grant-work.js';
import { IssueCode } from '../app/issue-code.js';
import { listFulfilment } from '../app/list-fulfilment.js';
import { listRewards } from '../app/list-rewards.js';
import { OrderClaimable } from '../app/order-claimable.js';
import { OrderProduct } from '../app/order-product.js';
import { PullOrders } from '../app/pull-orders.js';
import { recallGrants } from '../app/recall-grants.js';
import { recordUnlocks } from '../app/record-unlocks.js';
import { ShopOfGrant } from '../app/shop-of-grant.js';
import { ShopVariants } from '../app/shop-variants.js';
import { SubscribeWebhooks } from '../app/subscribe-webhooks.js';
import { SweepDrafts } from '../app/sweep-drafts.js';
import { config, type RewardsConfig } from '../config.js';
import type { GrantAction } from '../domain/grant-actions.js';
import { standinDomain } from '../domain/standin-domain.js';
import { connectStandin, fillPool, issueCode, orderClaimable, orderProduct } from '../domain/work.js';
import { AmbassadorsEvents } from '../in/events/ambassadors.controller.js';
import { BrandsEvents } from '../in/events/brands.controller.js';
import { connectedShops } from '../out/postgres/shops.js';
import { type ShopAccess, ShopifyAdmin } from '../out/shopify/admin.js';
import { ShopifyOAuth } from '../out/shopify/oauth.js';
import { ShopTokens } from '../out/shopify/shop-tokens.js';
import { ambassadorEvent, brandEvent, type Unlocked, unlockEvent } from './given.js';

export const home: Address = {
  name: 'Ada King',
  line1: '1 Main St',
  city: 'Portland',
  region: 'OR',
  postalCode: '97201',
  country: 'US',
};

/** A key of tokens for this run alone. */
export const testTokenKeys = `test:${randomBytes(32).toString('base64')}`;

const chunk = { topic: 't', partition: 0 };

/** The service's parts on one database, with a clock that tests set. */
export function serviceOn(db: DataSource, standinUrl: string) {
  const settings: RewardsConfig = config.parse({
    PORT: '0',
    KAFKA_BROKERS: 'unused:1',
    REDIS_URL: 'redis://unused',
    SERVICE_TOKEN: 'a-token-of-this-test',
    REWARDS_DATABASE_URL: 'postgres://unused',
    EMAIL_HASH_KEY: 'email-hash-key-of-tests',
    INGESTION_PUBLIC_URL: 'http://127.0.0.1:9',
    SHOPIFY_STANDIN_URL: standinUrl,
    SHOPIFY_TOKEN_KEYS: testTokenKeys,
    SHOPIFY_API_KEY: process.env.TEST_SHOPIFY_API_KEY ?? '',
    SHOPIFY_API_SECRET: process.env.TEST_SHOPIFY_API_SECRET ?? '',
    PUBLIC_URL: 'http://portal.test',
  });
  const logger = createLogger('rewards', 'silent');
  const time = { now: new Date('2026-11-01T10:00:01.000Z') };
  const clock = () => time.now;
  const oauth = new ShopifyOAuth(settings);
  const admin = new ShopifyAdmin(settings, logger, new ShopTokens(db, settings, oauth, clock));
  const shopOfGrant = new ShopOfGrant(db, admin);
  const grantWork = new GrantWork(db, admin, shopOfGrant, clock);
  const variants = new ShopVariants(db, admin, shopOfGrant);
  return {
    db,
    time,
    clock,
    settings,
    admin,
    variants,
    connecting: new ConnectShop(db, settings, clock, oauth, admin, new DueWorkRunner(db, logger), logger),
    changing: new ChangeShop(db, admin, clock, new DueWorkRunner(db, logger)),
    issue: new IssueCode(db, admin, grantWork),
    order: new OrderProduct(admin, grantWork, clock),
    claimable: new OrderClaimable(db, clock),
    fill: new FillPool(db, clock, logger),
    sweep: new SweepDrafts(db, admin, clock, logger),
    subscribe: new SubscribeWebhooks(db, admin, settings, logger),
    pull: new PullOrders(db, admin, clock, settings, logger),
    connect: new ConnectStandin(db, settings, clock, new DueWorkRunner(db, logger)),
    claims: new ClaimProduct(db, new Commands(db, new ServiceTokens(settings, logger)), variants, clock),
  };
}

export type Service = ReturnType<typeof serviceOn>;

/** What became of a grant, as rewards publishes it. */
export type Granted = EventOf<typeof grantChanged>;

/** A brand of its own with one ambassador, as its catalogs and people tell of them. */
export class TestBrand {
  readonly brandId: string;
  readonly shop: string;
  readonly ada: { ambassadorId: string; name: string; email: string };
  readonly caller: Caller;
  private version = 0;

  /** @param same The brand as another database has it. */
  constructor(
    private readonly service: Service,
    same?: TestBrand,
  ) {
    this.brandId = same?.brandId ?? newId();
    this.shop = standinDomain(brandEvent(this.brandId).data.slug, this.brandId);
    const person = { ambassadorId: newId(), name: 'Ada King Lovelace', email: `ada-${newId()}@example.com` };
    this.ada = same?.ada ?? person;
    this.caller = { brandId: this.brandId, actor: { kind: 'admin', id: 'an-admin', ip: null } };
  }

  get sql() {
    return onPool(this.service.db);
  }

  async known(): Promise<this> {
    const events = new BrandsEvents(this.service.clock, this.service.settings);
    await inTransaction(this.service.db, sql => events.handle([brandEvent(this.brandId)], { sql, ...chunk }));
    return this;
  }

  /** Ada is heard of, or heard of again. */
  async tellAda(address: Address | null = null, time?: string): Promise<void> {
    const events = new AmbassadorsEvents(this.service.clock);
    const event = ambassadorEvent(this.brandId, { ...this.ada, address }, ++this.version, time);
    await inTransaction(this.service.db, sql => events.handle([event], { sql, ...chunk }));
  }

  async connected(): Promise<void> {
    for (const work of await this.claimed(connectStandin)) await this.service.connect.perform(work);
  }

  /** Known to all, with a shop. */
  async ready(address: Address | null = null): Promise<this> {
    await this.known();
    await this.tellAda(address);
    await this.connected();
    return this;
  }

  unlockOf(rewards?: Parameters<typeof unlockEvent>[2], quiet = false): Unlocked {
    return unlockEvent(this.brandId, this.ada.ambassadorId, rewards, quiet);
  }

  async deliver(...events: Unlocked[]): Promise<void> {
    await inTransaction(this.service.db, sql => recordUnlocks(sql, events, this.service.clock()));
  }

  async unlock(rewards?: Parameters<typeof unlockEvent>[2], quiet = false): Promise<Unlocked> {
    const event = this.unlockOf(rewards, quiet);
    await this.deliver(event);
    return event;
  }

  /** The shop, as the service calls it. */
  async access(): Promise<ShopAccess> {
    return (await connectedShops(this.sql, this.brandId))[0]!;
  }

  async claimed(kind: string) {
    // In one order, since tests do this many times at once.
    await this.sql.query(
      `UPDATE due_work SET due_at = clock_timestamp() WHERE (kind, key) IN (
         SELECT kind, key FROM due_work WHERE brand_id = $1 ORDER BY kind, key FOR UPDATE)`,
      [this.brandId],
    );
    return (await claimWork(this.sql, kind, 500, 60_000)).filter(work => work.brandId === this.brandId);
  }

  /** Performs what is due once, as if its time had come. */
  async performDue(): Promise<void> {
    const { issue, order, fill, claimable } = this.service;
    const parts = {
      [orderClaimable]: claimable,
      [issueCode]: issue,
      [orderProduct]: order,
      [fillPool]: fill,
    };
    for (const [kind, part] of Object.entries(parts)) {
      await Promise.all((await this.claimed(kind)).map(work => part.perform(work)));
    }
  }

  async change(id: string, action: GrantAction) {
    const work = () =>
      inTransaction(this.service.db, sql => changeGrant(sql, this.caller, id, action, this.service.clock()));
    return (await work()).body;
  }

  async rewards() {
    const page = { limit: 200 };
    return (await listRewards(this.sql, this.brandId, this.ada.ambassadorId, page)).items;
  }

  async queue(filter: object = {}) {
    return (await listFulfilment(this.sql, this.brandId, { limit: 200, ...filter })).items;
  }

  /** This brand's grant events so far, in order. */
  async published() {
    return (await this.events(grantChanged.type)).map(event => ({
      ...grantChanged.data.parse(event.data),
      version: event.aggregateversion,
      id: event.id,
    }));
  }

  /** As {@link published}, as the topic has them. */
  async stream(): Promise<Granted[]> {
    return (await this.events(grantChanged.type)).map(event => ({
      ...event,
      type: grantChanged.type,
      data: grantChanged.data.parse(event.data),
    }));
  }

  async recall(...events: Granted[]): Promise<void> {
    await inTransaction(this.service.db, sql => recallGrants(sql, events, this.service.clock()));
  }

  async audited() {
    return (await this.events(auditRecorded.type)).map(event => auditRecorded.data.parse(event.data));
  }

  private async events(type: string) {
    const rows = await this.sql.query<{ value: string }>('SELECT value FROM outbox ORDER BY id');
    return rows
      .map(row => envelope.parse(JSON.parse(row.value)))
      .filter(event => event.type === type && event.brandid === this.brandId);
  }
}
