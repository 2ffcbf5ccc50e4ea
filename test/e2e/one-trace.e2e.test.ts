import { randomBytes } from 'node:crypto';
import { type Cairn, startCairn } from '@cairn/local/cairn';
import { cairnTestEnvironment } from '@cairn/local/test-environment';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok } from '../support/api.js';
import { enrol, makeBrand, sell, type TestBrand } from '../support/brand.js';
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.js';

let receiver: OtlpReceiver;
let copy: Cairn;
let brand: TestBrand;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  copy = await startCairn({
    ephemeral: true,
    serviceEnv: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_BSP_SCHEDULE_DELAY: '200' },
  });
  // What follows talks to this copy.
  Object.assign(process.env, cairnTestEnvironment(copy));
  brand = await makeBrand();
}, 120_000);

afterAll(async () => {
  await copy?.stop();
  receiver?.stop();
}, 60_000);

const step = ({ service, name }: ReceivedSpan) => `${service}: ${name}`;

const ofTrace = (traceId: string | undefined) => receiver.spans().filter(span => span.traceId === traceId);

/** What a sale that unlocks a tier with a discount code comes by. */
const wholeWay = [
  'ingestion: POST /v1/events',
  'points: process cairn.activity.v1',
  'milestones: process cairn.points.entries.v1',
  'portal-bff: process cairn.points.entries.v1',
  'portal-bff: process cairn.points.receipts.v1',
  'rewards: process cairn.milestones.events.v1',
  'notifications: process cairn.milestones.events.v1',
  'portal-bff: process cairn.milestones.events.v1',
  'rewards: due issue-code',
  'rewards: shopify CreateDiscountCode',
  'notifications: process cairn.rewards.events.v1',
  'portal-bff: process cairn.rewards.events.v1',
  'notifications: due send-message',
  'notifications: smtp send',
  'portal-bff: process cairn.notifications.events.v1',
];

async function wholeTrace(find: () => string | undefined): Promise<readonly ReceivedSpan[]> {
  return await until('the whole trace has come', async () => {
    const spans = ofTrace(find());
    const steps = new Set(spans.map(step));
    return wholeWay.slice(1).every(name => steps.has(name)) && spans;
  });
}

const traceOfEvent = (id: string) => () =>
  receiver.spans().find(span => span.attributes['cairn.correlation_id'] === id)?.traceId;

describe('traces', () => {
  it('one sale is one trace, from the request to the mail server and the shop', async () => {
    await enrol(brand, 'ada');
    const sale = await sell(brand, 'ada', 24_000);
    const spans = await wholeTrace(traceOfEvent(sale.id));
    expect(spans.map(step)).toEqual(expect.arrayContaining(wholeWay));
    const ids = new Set(spans.map(({ spanId }) => spanId));
    const roots = spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(roots.map(step)).toEqual(['ingestion: POST /v1/events']);
    // Every span hangs on another of the same trace.
    const lost = spans.filter(({ parentSpanId }) => parentSpanId && !ids.has(parentSpanId));
    expect(lost.map(step)).toEqual([]);
    expect(spans.filter(({ status }) => status?.code === 2).map(step)).toEqual([]);
    const foreign = receiver
      .spans()
      .filter(
        span => span.attributes['cairn.correlation_id'] === sale.id && span.traceId !== roots[0]!.traceId,
      );
    expect(foreign.map(step)).toEqual([]);
  }, 60_000);

  it('goes on in the trace that the caller names', async () => {
    await enrol(brand, 'bob');
    const traceId = randomBytes(16).toString('hex');
    const event = saleOf('bob', 'bobs');
    await fetch(`${process.env.TEST_INGESTION_URL}/v1/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${brand.apiKey}`,
        'content-type': 'application/json',
        traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
      },
      body: JSON.stringify(event),
    });
    const spans = await wholeTrace(() => traceId);
    expect(spans.map(step)).toEqual(expect.arrayContaining(wholeWay));
  }, 60_000);

  it('events that come together have a trace each, linked to the request’s', async () => {
    const people = ['cleo', 'dora', 'eve'];
    for (const person of people) await enrol(brand, person);
    const events = people.map(person => saleOf(person, `together-${person}`));
    await ok('POST', `${process.env.TEST_INGESTION_URL}/v1/events`, { token: brand.apiKey, body: events });
    const traces = [];
    for (const { id } of events) traces.push(await wholeTrace(traceOfEvent(id)));
    expect(new Set(traces.map(spans => spans[0]!.traceId)).size).toBe(3);
    for (const spans of traces) {
      const [root] = spans.filter(({ parentSpanId }) => !parentSpanId);
      expect(step(root!)).toBe('ingestion: accept event');
      const request = ofTrace(root!.links[0]!.traceId);
      expect(request.map(step)).toContain('ingestion: POST /v1/events');
      const correlations = new Set(spans.flatMap(span => span.attributes['cairn.correlation_id'] ?? []));
      expect(correlations.size).toBe(1);
    }
  }, 60_000);

  it('a command goes through portal-bff into the service and its streams', async () => {
    const spans = await until('the command’s trace has come', async () => {
      const root = receiver.spans().find(span => step(span) === 'portal-bff: POST /api/v1/programs');
      const found = ofTrace(root?.traceId);
      return found.some(span => step(span) === 'points: process cairn.catalog.programs.v1') && found;
    });
    expect(spans.map(step)).toEqual(
      expect.arrayContaining(['portal-bff: POST milestones', 'milestones: POST /internal/programs']),
    );
  }, 60_000);

  it('what is asked for all the time makes no spans', () => {
    const names = receiver.spans().map(({ name }) => name);
    expect(names.filter(name => name.includes('/health/') || name.includes('/metrics'))).toEqual([]);
  });
});

function saleOf(externalId: string, orderId: string) {
  return {
    id: `sale-${orderId}`,
    type: 'referral.sale',
    occurredAt: new Date().toISOString(),
    ambassador: { externalId },
    data: { orderId, currency: 'USD', netAmount: 24_000 },
  };
}
