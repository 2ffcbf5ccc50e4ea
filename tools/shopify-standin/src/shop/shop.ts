import path from 'node:path';
import type { CostBucket } from '../cost/bucket.js';
import { Journal } from './journal.js';
import type { CustomerRecord, DiscountRecord, JournalLine, ShopRecord } from './records.js';

type New<R> = Omit<R, 'id'>;

/** One shop's state in memory, with the indexes that lookups need; each change goes to the journal first. */
export class Shop {
  readonly #journal: Journal;
  #record: ShopRecord | undefined;
  #nextId = 0;
  readonly #customers = new Map<number, CustomerRecord>();
  readonly #customerByEmail = new Map<string, number>();
  readonly #customerByPhone = new Map<string, number>();
  readonly #discounts = new Map<number, DiscountRecord>();
  readonly #discountByCode = new Map<string, number>();

  constructor(
    directory: string,
    domain: string,
    readonly bucket: CostBucket,
    created?: ShopRecord,
  ) {
    this.#nextId = firstId(domain);
    this.#journal = new Journal(path.join(directory, `${domain}.jsonl`), line => this.#apply(line));
    if (created && !this.#record) this.#commit({ type: 'shop', record: created });
  }

  /** False for a journal whose first line was never whole. */
  get exists(): boolean {
    return this.#record !== undefined;
  }

  get record(): ShopRecord {
    if (!this.#record) throw new Error('This journal has no shop in it');
    return this.#record;
  }

  /** Oldest first, as Shopify sorts by ID. */
  get customers(): ReadonlyMap<number, CustomerRecord> {
    return this.#customers;
  }

  get discounts(): ReadonlyMap<number, DiscountRecord> {
    return this.#discounts;
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

  close(): void {
    this.#journal.close();
  }

  #commit(line: JournalLine): void {
    this.#journal.append(line);
    this.#apply(line);
  }

  #apply(line: JournalLine): void {
    if (line.type === 'shop') {
      this.#record = line.record;
      return;
    }
    this.#nextId = Math.max(this.#nextId, line.record.id + 1);
    if (line.type === 'discount') {
      this.#discounts.set(line.record.id, line.record);
      this.#discountByCode.set(line.record.code.toUpperCase(), line.record.id);
      return;
    }
    const before = this.#customers.get(line.record.id);
    if (before?.email) this.#customerByEmail.delete(before.email.toLowerCase());
    if (before?.phone) this.#customerByPhone.delete(before.phone);
    this.#customers.set(line.record.id, line.record);
    if (line.record.email) this.#customerByEmail.set(line.record.email.toLowerCase(), line.record.id);
    if (line.record.phone) this.#customerByPhone.set(line.record.phone, line.record.id);
  }
}

/** Ids of Shopify are unique over all shops, so each shop counts in a range of its own. */
function firstId(domain: string): number {
  let hash = 0;
  for (const character of domain) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return 1_000_000_000_000 + hash * 1_000_000_000;
}
