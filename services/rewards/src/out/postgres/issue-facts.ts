import type { Address } from '@cairn/contracts/address';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';
import type { StoredDraft } from './drafts.js';
import { grantColumns } from './grants.js';
import type { Shop, ShopStatus } from './shops.js';

/** All that making a code or an order needs to know; null where this service has not heard of it yet. */
export interface IssueFacts {
  grant: Grant;
  brand: { currency: string; exponent: number } | null;
  ambassador: Recipient | null;
  /** Where it is made, once that was chosen; it may be lost since. */
  shop: (Shop & { status: ShopStatus }) | null;
  /** Who the ambassador is at the shop, if that was found before under the e-mail they have now. */
  customerGid: string | null;
  draft: StoredDraft | null;
  /** When the grant was last recalled after a restore, RFC 3339 (ADR 26); null: never. */
  recalledAt: string | null;
}

interface Recipient {
  name: string;
  email: string;
  address: Address | null;
  /** RFC 3339: when the address became what it is. */
  addressChangedAt: string | null;
}

interface Row extends Grant {
  currency: string | null;
  exponent: number;
  name: string | null;
  email: string;
  address: Address | null;
  addressChangedAt: string | null;
  shopId: string | null;
  domain: string;
  shopStatus: ShopStatus;
  shopCurrency: string;
  customerGid: string | null;
  draftGid: string | null;
  fingerprint: string;
  retired: boolean;
  recalledAt: string | null;
}

const selectFacts = `
  SELECT ${grantColumns},
    b.currency, b.currency_exponent AS exponent,
    a.name, a.email, a.address, a.address_changed_at AS "addressChangedAt",
    s.shop_id AS "shopId", s.domain, s.status AS "shopStatus", s.currency AS "shopCurrency",
    c.customer_gid AS "customerGid",
    g.draft_gid AS "draftGid", g.draft_fingerprint AS fingerprint, g.draft_retired AS retired,
    g.recalled_at AS "recalledAt"
  FROM grants g
  LEFT JOIN brands b ON b.brand_id = g.brand_id
  LEFT JOIN ambassadors a ON a.ambassador_id = g.ambassador_id AND a.brand_id = g.brand_id
  LEFT JOIN shops s ON s.shop_id = g.shop_id AND s.brand_id = g.brand_id
  LEFT JOIN shop_customers c ON c.shop_id = s.shop_id AND c.ambassador_id = g.ambassador_id AND c.email = a.email
  WHERE g.grant_id = $1 AND g.brand_id = $2`;

export async function loadIssueFacts(sql: Sql, grantId: string, brandId: string): Promise<IssueFacts | null> {
  const [row] = await sql.query<Row>(selectFacts, [grantId, brandId]);
  if (row === undefined) return null;
  const { currency, exponent, ...afterBrand } = row;
  const { name, email, address, addressChangedAt, ...afterAmbassador } = afterBrand;
  const { shopId, domain, shopStatus: status, shopCurrency, customerGid, ...afterShop } = afterAmbassador;
  const { draftGid, fingerprint, retired, recalledAt, ...grant } = afterShop;
  return {
    grant,
    brand: currency === null ? null : { currency, exponent },
    ambassador: name === null ? null : { name, email, address, addressChangedAt },
    shop: shopId === null ? null : { shopId, brandId, domain, status, currency: shopCurrency },
    customerGid,
    draft: draftGid === null ? null : { gid: draftGid, fingerprint, retired },
    recalledAt,
  };
}
