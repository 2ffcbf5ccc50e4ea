import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { Grant } from '../../domain/grant.js';
import { grantColumns } from './grants.js';

export interface Shop {
  shopId: string;
  brandId: string;
  domain: string;
  accessToken: string;
  currency: string;
}

/** All that making a code needs to know; null where this service has not heard of it yet. */
export interface IssueFacts {
  grant: Grant;
  brand: { currency: string; exponent: number } | null;
  ambassador: { name: string; email: string } | null;
  shop: Shop | null;
  /** Who the ambassador is at the shop, if that was found before under the e-mail they have now. */
  customerGid: string | null;
}

interface Row extends Grant {
  currency: string | null;
  exponent: number;
  name: string | null;
  email: string;
  shopId: string | null;
  domain: string;
  accessToken: string;
  shopCurrency: string;
  customerGid: string | null;
}

const selectFacts = `
  SELECT ${grantColumns},
    b.currency, b.currency_exponent AS exponent, a.name, a.email,
    s.shop_id AS "shopId", s.domain, s.access_token AS "accessToken", s.currency AS "shopCurrency",
    c.customer_gid AS "customerGid"
  FROM grants g
  LEFT JOIN brands b ON b.brand_id = g.brand_id
  LEFT JOIN ambassadors a ON a.ambassador_id = g.ambassador_id AND a.brand_id = g.brand_id
  LEFT JOIN shops s ON s.brand_id = g.brand_id AND s.status = 'connected'
  LEFT JOIN shop_customers c ON c.shop_id = s.shop_id AND c.ambassador_id = g.ambassador_id AND c.email = a.email
  WHERE g.grant_id = $1 AND g.brand_id = $2`;

export async function loadIssueFacts(sql: Sql, grantId: string, brandId: string): Promise<IssueFacts | null> {
  const [row] = await sql.query<Row>(selectFacts, [grantId, brandId]);
  if (row === undefined) return null;
  const {
    currency,
    exponent,
    name,
    email,
    shopId,
    domain,
    accessToken,
    shopCurrency,
    customerGid,
    ...grant
  } = row;
  return {
    grant,
    brand: currency === null ? null : { currency, exponent },
    ambassador: name === null ? null : { name, email },
    shop: shopId === null ? null : { shopId, brandId, domain, accessToken, currency: shopCurrency },
    customerGid,
  };
}
