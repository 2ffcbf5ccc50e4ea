import { createHmac, randomUUID } from 'node:crypto';
import type { IngestionApp, TestBrand } from './ingestion-app.js';

/** The one that is being introduced; the one before it still counts. */
export const secrets = { now: 'the-new-secret', before: 'the-old-secret' } as const;

export const shopDomain = 'rosewood.myshopify.com';

let lastId = 5_000_000_000;
export const newShopId = (): number => ++lastId;

const money = (amount: string) => ({ shop_money: { amount, currency_code: 'USD' } });

/** An order of three pieces for 30.00 each with 9.00 off, as Shopify's REST has it: 81.00 net. */
export function restOrder(id: number, part: object = {}) {
  return {
    ...{ id, name: '#1001', currency: 'USD', test: false, tags: '', taxes_included: false },
    ...{ created_at: minutesAgo(5), updated_at: minutesAgo(4), financial_status: 'paid' },
    ...{ email: 'Buyer@Example.com', customer: { id: 77, email: 'buyer@example.com' } },
    line_items: [
      {
        ...{ id: 1, price: '30.00', quantity: 3, current_quantity: 3 },
        discount_allocations: [{ amount: '9.00' }],
        tax_lines: [{ price: '6.48' }],
      },
    ],
    ...{ refunds: [], discount_codes: [], note_attributes: [], landing_site: '/' },
    total_price: '92.38',
    ...part,
  };
}

/** A refund of so much, without tax. */
export function restRefund(id: number, orderId: number, amount: string | null) {
  const line = { line_item_id: 1, quantity: 1, subtotal: Number(amount), total_tax: 0 };
  const sets = { subtotal_set: money(amount ?? '0.00'), total_tax_set: money('0.00') };
  return {
    ...{ id, order_id: orderId, created_at: minutesAgo(1) },
    refund_line_items: amount === null ? [] : [{ ...line, ...sets }],
  };
}

/** RFC 3339 in whole seconds, as shops write it. */
export function minutesAgo(minutes: number): string {
  return `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}+00:00`;
}

/** Sends a webhook as Shopify does. @returns the status and the body */
export async function deliver(
  { url }: IngestionApp,
  { brandId }: Pick<TestBrand, 'brandId'>,
  topic: string,
  body: object | string,
  {
    secret = secrets.now,
    id = randomUUID(),
    headers = {},
  }: { secret?: string; id?: string; headers?: object } = {},
): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/v1/webhooks/shopify/${brandId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(text).digest('base64'),
      'x-shopify-shop-domain': shopDomain,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': id,
      'x-shopify-triggered-at': new Date().toISOString(),
      ...headers,
    },
    body: text,
  });
  return { status: response.status, body: await response.json() };
}
