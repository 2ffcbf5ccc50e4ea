import { randomUUID } from 'node:crypto';
import { onPool } from '@cairn/service-kit/postgres/sql';
import type { IngestionApp, TestBrand } from './ingestion-app.js';

export interface TestLink {
  brandId: string;
  ambassadorId: string;
  code: string;
}

/** An ambassador with a code, as the catalog would have told of them. */
export async function makeLink(
  { database }: IngestionApp,
  { brandId }: TestBrand,
  code: string,
): Promise<TestLink> {
  const ambassadorId = randomUUID();
  await onPool(database.db).query(
    'INSERT INTO ambassador_refs (brand_id, ref, ambassador_id) VALUES ($1, $2, $3)',
    [brandId, `code:${code.toLowerCase()}`, ambassadorId],
  );
  return { brandId, ambassadorId, code };
}

const browser =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

export interface FollowedLink {
  status: number;
  /** Where it led; null where nowhere. */
  address: URL | null;
  headers: Headers;
  /** The browser's, to be sent with the next. */
  cookie: string | null;
  body: string;
}

/** Follows a link as a browser does, but goes no further. @param path code and query */
export async function follow(
  { url }: Pick<IngestionApp, 'url'>,
  path: string,
  {
    headers = {},
    method = 'GET',
    cookie,
  }: { headers?: Record<string, string>; method?: string; cookie?: string } = {},
): Promise<FollowedLink> {
  const response = await fetch(`${url}/r/${path}`, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': browser, ...(cookie === undefined ? {} : { cookie }), ...headers },
  });
  const location = response.headers.get('location');
  return {
    status: response.status,
    address: location === null ? null : new URL(location),
    headers: response.headers,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null,
    body: await response.text(),
  };
}
