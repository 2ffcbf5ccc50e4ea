import path from 'node:path';
import type { CostBucket } from '../cost/bucket.js';
import type { StockChange } from '../orders/order-changes.js';
import { type AccessRecord, NO_ACCESS } from './access-records.js';
import { Catalogue } from './catalogue.js';
import { Deliveries } from './deliveries.js';
import { Journal } from './journal.js';
import { idsOf } from './journal-ids.js';
import type { ProductRecord } from './product-records.js';
import type { CustomerRecord, DiscountRecord, JournalLine, ShopRecord } from './records.js';
import type { DraftOrderRecord, OrderRecord } from './sale-records.js';
import { Sales } from './sales.js';
import { startingCatalogue } from './starting-catalogue.js';
import type { AttemptRecord, DeliveryRecord, WebhookRecord } from './webhook-records.js';

type New<R> = Omit<R, 'id'>;

export type OnDelivery = (shop: Shop, delivery: DeliveryRecord) => void;

/** Milliseconds that the starting catalogue is older than its shop: searches see it at once. */
const CATALOGUE_AGE = 90 * 86_400_000;

/** One shop's state in memory, with the indexes that lookups need; each change goes to the journal first. */
export class Shop {
  readonly #journal: Journal;
  #record: ShopRecord | undefined;
  #access = NO_ACCESS;
  #nextId = 0;
  readonly #customers = new Map<number, CustomerRecord>();
  readonly #customerByEmail = new Map<string, number>();
  readonly #customerByPhone = new Map<string, number>();
  readonly #discounts = new Map<number, DiscountRecord>();
  readonly #discountByCode = new Map<string, number>();
  readonly #catalogue = new Catalogue();
  readonly #sales = new Sales();
  readonly #webhooks = new Map<number, WebhookRecord>();
  readonly #deliveries = new Deliveries();

  constructor(
    directory: string,
    domain: string,
    readonly bucket: CostBucket,
    /** told of deliveries as they come to be; not of those that the journal already had */
    private readonly onDelivery: OnDelivery,
    created?: ShopRecord,
  ) {
    this.#nextId = firstId(domain);
    this.#journal = new Journal(path.join(directory, `${domain}.jsonl`), line => this.#apply(line));
    if (created && !this.#record) this.#commit({ type: 'shop', record: created });
    this.#fillCatalogue();
  }

  /** False for a journal whose first line was never whole. */
  get exists(): boolean {
    return this.#record !== undefined;
  }

  get record(): ShopRecord {
    if (!this.#record) throw new Error('This journal has no shop in it');
    return this.#record;
  }

  /** The app's tokens. */
  get access(): AccessRecord {
    return this.#access;
  }

  /** Oldest first, as Shopify sorts by ID. */
  get customers(): ReadonlyMap<number, CustomerRecord> {
    return this.#customers;
  }

  get discounts(): ReadonlyMap<number, DiscountRecord> {
    return this.#discounts;
  }

  get catalogue(): Pick<Catalogue, 'products' | 'variant' | 'variants'> {
    return this.#catalogue;
  }

  get sales(): Pick<Sales, 'drafts' | 'orders' | 'nextDraftNumber' | 'nextOrderNumber' | 'usesOf'> {
    return this.#sales;
  }

  /** What the app subscribed to, oldest first. */
  get webhooks(): ReadonlyMap<number, WebhookRecord> {
    return this.#webhooks;
  }

  get deliveries(): Pick<Deliveries, 'all' | 'nextId' | 'lastSuccess'> {
    return this.#deliveries;
  }

  /** The id that the next thing of this shop gets, its parts the ones after. */
  get nextId(): number {
    return this.#nextId;
  }

  /** E-mails are unique without regard to case. */
  customerByEmail(email: string): CustomerRecord | undefined {
    const id = this.#customerByEmail.get(email.toLowerCase());
    return id === undefined ? undefined : this.#customers.get(id);
  }

  customerByPhone(phone: string): CustomerRecord | undefined {
    const id = this.#customerByPhone.get(phone);
    return id === undefined ? undefined : this.#customers.get(id);
  }

  /** Codes are unique and found without regard to case. */
  discountByCode(code: string): DiscountRecord | undefined {
    const id = this.#discountByCode.get(code.toUpperCase());
    return id === undefined ? undefined : this.#discounts.get(id);
  }

  putRecord(record: ShopRecord): void {
    this.#commit({ type: 'shop', record });
  }

  putAccess(record: AccessRecord): void {
    this.#commit({ type: 'access', record });
  }

  addCustomer(customer: New<CustomerRecord>): CustomerRecord {
    return this.putCustomer({ id: this.#nextId, ...customer });
  }

  putCustomer(record: CustomerRecord): CustomerRecord {
    this.#commit({ type: 'customer', record });
    return record;
  }

  addDiscount(discount: New<DiscountRecord>): DiscountRecord {
    const record = { id: this.#nextId, ...discount };
    this.#commit({ type: 'discount', record });
    return record;
  }

  putProduct(record: ProductRecord): ProductRecord {
    this.#commit({ type: 'product', record });
    return record;
  }

  putDraftOrder(record: DraftOrderRecord): DraftOrderRecord {
    this.#commit({ type: 'draft_order', record });
    return record;
  }

  deleteDraftOrder(id: number): void {
    this.#commit({ type: 'draft_order_deleted', id });
  }

  /** The draft becomes `order`, and the stock goes with it: one line of the journal, so never one without the other. */
  completeDraftOrder(
    draft: DraftOrderRecord,
    order: OrderRecord,
    deliveries: readonly DeliveryRecord[] = [],
  ): void {
    this.#commit({ type: 'completion', draft, order, deliveries: [...deliveries] });
  }

  /** A new order, or what became of one. */
  putOrder(order: OrderRecord, stock: readonly StockChange[], deliveries: readonly DeliveryRecord[]): void {
    this.#commit({ type: 'order', order, stock: [...stock], deliveries: [...deliveries] });
  }

  putWebhook(record: WebhookRecord): WebhookRecord {
    this.#commit({ type: 'webhook', record });
    return record;
  }

  deleteWebhook(id: number): void {
    this.#commit({ type: 'webhook_deleted', id });
  }

  addDeliveries(deliveries: readonly DeliveryRecord[]): void {
    if (deliveries.length > 0) this.#commit({ type: 'deliveries', deliveries: [...deliveries] });
  }

  putAttempt(attempt: AttemptRecord): void {
    this.#commit({ type: 'attempt', attempt });
  }

  /** The app leaves: its access ends, its subscriptions go, and it is told a last time. */
  uninstall(access: AccessRecord, deliveries: readonly DeliveryRecord[]): void {
    this.#commit({ type: 'uninstalled', access, deliveries: [...deliveries] });
  }

  close(): void {
    this.#journal.close();
  }

  /** Also fills a shop that was made before shops had products, or whose process died in the middle of this. */
  #fillCatalogue(): void {
    if (!this.#record) return;
    const { name, createdAt } = this.#record;
    const known = new Set([...this.#catalogue.products.values()].map(product => product.handle));
    for (const record of startingCatalogue(this.#nextId, name, createdAt - CATALOGUE_AGE)) {
      if (!known.has(record.handle)) this.#commit({ type: 'product', record });
    }
  }

  #commit(line: JournalLine): void {
    this.#journal.append(line);
    this.#apply(line);
    if ('deliveries' in line) for (const delivery of line.deliveries) this.onDelivery(this, delivery);
  }

  #apply(line: JournalLine): void {
    for (const id of idsOf(line)) this.#nextId = Math.max(this.#nextId, id + 1);
    switch (line.type) {
      case 'shop':
        this.#record = line.record;
        break;
      case 'access':
        this.#access = line.record;
        break;
      case 'customer':
        this.#applyCustomer(line.record);
        break;
      case 'discount':
        this.#discounts.set(line.record.id, line.record);
        this.#discountByCode.set(line.record.code.toUpperCase(), line.record.id);
        break;
      case 'product':
        this.#catalogue.put(line.record);
        break;
      case 'draft_order':
        this.#sales.putDraft(line.record);
        break;
      case 'draft_order_deleted':
        this.#sales.deleteDraft(line.id);
        break;
      case 'completion':
        for (const { variantId, quantity } of line.order.lines)
          this.#catalogue.take(variantId, quantity, line.order.createdAt);
        this.#sales.putOrder(line.order);
        this.#sales.putDraft(line.draft);
        break;
      case 'order':
        for (const { variantId, quantity } of line.stock)
          this.#catalogue.take(variantId, quantity, line.order.updatedAt);
        this.#sales.putOrder(line.order);
        break;
      case 'webhook':
        this.#webhooks.set(line.record.id, line.record);
        break;
      case 'webhook_deleted':
        this.#webhooks.delete(line.id);
        break;
      case 'attempt':
        this.#deliveries.attempt(line.attempt);
        break;
      case 'uninstalled':
        this.#access = line.access;
        this.#webhooks.clear();
    }
    if ('deliveries' in line) for (const delivery of line.deliveries) this.#deliveries.put(delivery);
  }

  #applyCustomer(customer: CustomerRecord): void {
    const before = this.#customers.get(customer.id);
    if (before?.email) this.#customerByEmail.delete(before.email.toLowerCase());
    if (before?.phone) this.#customerByPhone.delete(before.phone);
    this.#customers.set(customer.id, customer);
    if (customer.email) this.#customerByEmail.set(customer.email.toLowerCase(), customer.id);
    if (customer.phone) this.#customerByPhone.set(customer.phone, customer.id);
  }
}

/** Ids of Shopify are unique over all shops, so each shop counts in a range of its own. */
function firstId(domain: string): number {
  let hash = 0;
  for (const character of domain) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return 1_000_000_000_000 + hash * 1_000_000_000;
}
