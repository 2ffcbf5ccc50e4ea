import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { readInput, writeAnswer } from './program.js';
import { type WebhookPostsAnswer, type WebhookPostsInput, webhookPostsInput } from './webhook-posts-types.js';

const orderId = '"#id#"';
const code = '#code#';

/** An order of three lines as Shopify's REST has it, as text: some four thousand characters, most of which nobody reads. */
const template = orderTemplate();

writeAnswer(await load(readInput(webhookPostsInput)));
process.exit(0);

async function load(input: WebhookPostsInput): Promise<WebhookPostsAnswer> {
  const { requests, rate, connections, secret, codes, after } = input;
  const answer: WebhookPostsAnswer = { latencies: [], failed: 0, example: null, seconds: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: rate === null ? connections : 256 });
  const host = new URL(input.url).hostname;
  const post = async (n: number, due: number): Promise<void> => {
    const id = after + 1 + n;
    const body = template.replaceAll(orderId, String(id)).replace(code, codes[n % codes.length]!);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-shopify-topic': 'orders/paid',
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
      'x-shopify-shop-domain': 'bench.myshopify.com',
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': `bench-${id}`,
      'x-shopify-triggered-at': new Date().toISOString(),
      host,
    };
    const problem = await answered(input.url, agent, headers, body);
    if (problem === null) answer.latencies.push(performance.now() - due);
    else {
      answer.failed++;
      answer.example ??= problem;
    }
  };
  const started = performance.now();
  if (rate === null) {
    let next = 0;
    const connection = async () => {
      while (next < requests) await post(next++, performance.now());
    };
    await Promise.all(Array.from({ length: connections }, connection));
  } else {
    const sent: Promise<void>[] = [];
    while (sent.length < requests) {
      const due = Math.min(requests, Math.floor(((performance.now() - started) * rate) / 1_000) + 1);
      while (sent.length < due) sent.push(post(sent.length, started + (sent.length * 1_000) / rate));
      await pause(1);
    }
    await Promise.all(sent);
  }
  return { ...answer, seconds: (performance.now() - started) / 1_000 };
}

/** @returns what is wrong with the answer; null: 200. */
async function answered(
  url: string,
  agent: Agent,
  headers: Record<string, string | number>,
  body: string,
): Promise<string | null> {
  return await new Promise(resolve => {
    const sending = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8').slice(0, 300);
        resolve(response.statusCode === 200 ? null : `${response.statusCode} ${text}`);
      });
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer within 30 s')));
    sending.on('error', error => resolve(error.message));
    sending.end(body);
  });
}

function orderTemplate(): string {
  const now = `${new Date().toISOString().slice(0, 19)}+00:00`;
  const set = (amount: string) => ({
    shop_money: { amount, currency_code: 'USD' },
    presentment_money: { amount, currency_code: 'USD' },
  });
  const address = {
    ...{ first_name: 'Maya', last_name: 'Okafor', address1: '1 Main St', address2: null, city: 'Portland' },
    ...{
      zip: '97201',
      province: 'Oregon',
      province_code: 'OR',
      country: 'United States',
      country_code: 'US',
    },
    ...{ phone: null, company: null, latitude: 45.512, longitude: -122.679, name: 'Maya Okafor' },
  };
  const line = (id: number) => ({
    ...{ id, variant_id: 100 + id, product_id: 200 + id, title: 'Wool throw', variant_title: 'Sand' },
    ...{ name: 'Wool throw - Sand', sku: `THROW-${id}`, vendor: 'Rosewood', grams: 900, gift_card: false },
    ...{ quantity: 1, current_quantity: 1, fulfillable_quantity: 1, fulfillment_status: null, taxable: true },
    ...{ price: '36.00', price_set: set('36.00'), total_discount: '0.00', total_discount_set: set('0.00') },
    discount_allocations: [{ amount: '2.67', amount_set: set('2.67'), discount_application_index: 0 }],
    tax_lines: [{ title: 'OR tax', price: '2.40', rate: 0.072, price_set: set('2.40') }],
    properties: [],
  });
  return JSON.stringify({
    ...{ id: '#id#', admin_graphql_api_id: 'gid://shopify/Order/1', name: '#1001', order_number: 1_001 },
    ...{ currency: 'USD', presentment_currency: 'USD', test: false, tags: '', taxes_included: false },
    ...{ created_at: now, updated_at: now, processed_at: now, financial_status: 'paid', note: null },
    ...{
      email: 'buyer@example.com',
      contact_email: 'buyer@example.com',
      landing_site: '/',
      source_name: 'web',
    },
    customer: {
      id: 77,
      email: 'buyer@example.com',
      first_name: 'Maya',
      last_name: 'Okafor',
      state: 'enabled',
    },
    ...{ billing_address: address, shipping_address: address },
    line_items: [line(1), line(2), line(3)],
    ...{ refunds: [], fulfillments: [], note_attributes: [] },
    discount_codes: [{ code: '#code#', amount: '8.01', type: 'fixed_amount' }],
    ...{
      subtotal_price: '99.99',
      total_price: '107.19',
      total_tax: '7.20',
      total_line_items_price: '108.00',
    },
    shipping_lines: [],
  });
}
