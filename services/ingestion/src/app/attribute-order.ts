import { refKey } from '@cairn/contracts/ambassador-ref';
import type { ShopOrder } from '@cairn/contracts/shop-order';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { type Attribution, type AttributionFacts, attribute, type NamedBy } from '../domain/attribution.js';
import { findEarlier } from '../out/postgres/attributions.js';
import type { JudgingBrand } from '../out/postgres/brands.js';
import { clicksOfVisitor } from '../out/postgres/clicks.js';
import { findAmbassadors } from '../out/postgres/routing.js';

const dayMs = 86_400_000;

/** Looks up what an order says of how its buyer came, and decides whose it is; null: nobody's. */
export async function attributeOrder(
  sql: Sql,
  { brandId, attribution: settings }: JudgingBrand,
  order: ShopOrder,
): Promise<Attribution | null> {
  const { placedAt, discountCodes, noted, landed } = order;
  const named = [
    ...discountCodes.map(code => ({ code, foundIn: 'discount_code' as const })),
    ...(noted.ref === null ? [] : [{ code: noted.ref, foundIn: 'note_attribute' as const }]),
    ...(landed.ref === null ? [] : [{ code: landed.ref, foundIn: 'landing_page' as const }]),
  ];
  const refOf = (code: string) => refKey({ by: 'code', value: code.trim().toLowerCase() });
  const [ambassadors, clicked, earlier] = await Promise.all([
    findAmbassadors(sql, brandId, [...new Set(named.map(({ code }) => refOf(code)))]),
    clickOf(sql, brandId, order),
    settings.recurringDays === 0
      ? null
      : findEarlier(sql, brandId, order, new Date(Date.parse(placedAt) - settings.recurringDays * dayMs)),
  ]);
  const lookedUp: NamedBy[] = named.map(({ code, foundIn }) => ({
    ...{ code, foundIn },
    ambassadorId: ambassadors.get(refOf(code)) ?? null,
  }));
  const isCode = ({ foundIn }: NamedBy) => foundIn === 'discount_code';
  const refs = lookedUp.filter(one => !isCode(one));
  return attribute({ placedAt, codes: lookedUp.filter(isCode), refs, clicked, earlier, settings });
}

/** The click that the order names, where it is one of the brand's: the note's first. */
async function clickOf(
  sql: Sql,
  brandId: string,
  { noted, landed, placedAt }: ShopOrder,
): Promise<AttributionFacts['clicked']> {
  const named = [
    { clickId: noted.clickId, foundIn: 'note_attribute' as const },
    { clickId: landed.clickId, foundIn: 'landing_page' as const },
  ];
  for (const { clickId, foundIn } of named) {
    if (clickId === null) continue;
    const touches = await clicksOfVisitor(sql, brandId, clickId, new Date(placedAt));
    if (touches.length > 0) return { foundIn, touches };
  }
  return null;
}
