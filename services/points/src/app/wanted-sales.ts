import type { BrandCatalog } from '../domain/catalog.js';
import { type SalesWindow, windowOf } from '../domain/earlier-sales.js';
import { judgedAs } from '../domain/happening.js';
import { programOf } from '../domain/judge-sale.js';
import type { SaleActivity } from './activity.js';
import { type AccountState, keyOf, type WorkingSet } from './working-set.js';

/** A window in which an ambassador's sales are summed, the amounts of one currency. */
export interface WantedSales {
  ambassadorId: string;
  currency: string;
  window: SalesWindow;
}

/** The window of earlier sales that a sale is judged by (domain.md 2.6); undefined where its program's rule needs none. */
export function salesWindowOf(
  sale: Pick<SaleActivity, 'occurredAt' | 'waited'>,
  { memberships }: Pick<AccountState, 'memberships'>,
  catalog: BrandCatalog,
): SalesWindow | undefined {
  const at = judgedAs(sale.occurredAt, sale.waited, memberships);
  const rule = programOf({ judgedAs: at }, memberships, catalog)?.referral;
  return rule ? windowOf(rule, sale.occurredAt) : undefined;
}

/** The windows that the sales at hand are judged by, each once. */
export function wantedSales(
  sales: readonly SaleActivity[],
  catalogs: WorkingSet['catalogs'],
  accountOf: WorkingSet['accountOf'],
): WantedSales[] {
  const wanted = sales.flatMap(sale => {
    const account = accountOf(sale);
    const catalog = catalogs.get(sale.brandId);
    const window = account && catalog && salesWindowOf(sale, account, catalog);
    return window === undefined
      ? []
      : [{ ambassadorId: account!.ambassadorId, currency: catalog!.brand.currency, window }];
  });
  return [...new Map(wanted.map(of => [windowKey(of.ambassadorId, of.window), of])).values()];
}

export function windowKey(ambassadorId: string, { from, to }: SalesWindow): string {
  return keyOf(ambassadorId, String(from), String(to));
}
