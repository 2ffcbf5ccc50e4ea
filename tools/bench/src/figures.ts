/** In the order in which they are measured: what one leaves in the topics must not be in the next one's way. */
export const groupNames = ['end-to-end', 'ledger', 'ingest', 'clicks', 'webhooks', 'size'] as const;
export type GroupName = (typeof groupNames)[number];

/** What a run measures that is not told what: `size` grows tens of gigabytes, and is asked for by itself. */
export const usualGroups = groupNames.filter(name => name !== 'size');

export interface Figure {
  readonly group: GroupName;
  readonly title: string;
  readonly unit: string;
  readonly baseline: string;
  readonly higherIsBetter: boolean;
  /** The ratio to the baseline that is to be kept; null: none is set. */
  readonly goal: number | null;
}

const bareServer = 'node:http, JSON.parse and one kafkajs send a request, acks=all, no database';

const webhookServer = 'node:http, the signature checked, JSON.parse and one INSERT of the id a request';

/** A figure under a tenth of its baseline has a cause to be mended. */
const mendUnder = 0.1;

/** A large brand costs no more than its rows being less often in memory. */
const keptThroughSize = 0.5;

/** Every figure, as it stands in the report. */
export const figures = {
  'ingest.single': {
    group: 'ingest',
    title: 'HTTP ingest, one event a request, 64 connections',
    unit: 'events/s',
    baseline: bareServer,
    higherIsBetter: true,
    goal: mendUnder,
  },
  'ingest.array500': {
    group: 'ingest',
    title: 'HTTP ingest, arrays of 500, 8 connections',
    unit: 'events/s',
    baseline: bareServer,
    higherIsBetter: true,
    goal: mendUnder,
  },
  'clicks.rate': {
    group: 'clicks',
    title: 'Referral links followed, each click stored before its redirect, 64 connections',
    unit: 'clicks/s',
    baseline: 'Fastify that redirects to one address: no look-up, no judging, no row',
    higherIsBetter: true,
    goal: mendUnder,
  },
  'webhooks.rate': {
    group: 'webhooks',
    title: 'Shops’ webhooks, each order judged and its sale in the outbox before the answer, 64 connections',
    unit: 'webhooks/s',
    baseline: webhookServer,
    higherIsBetter: true,
    goal: mendUnder,
  },
  'webhooks.p50': {
    group: 'webhooks',
    title: 'From when a webhook was due to its answer at half that rate, median',
    unit: 'ms',
    baseline: webhookServer,
    higherIsBetter: false,
    goal: null,
  },
  'webhooks.p99': {
    group: 'webhooks',
    title: 'From when a webhook was due to its answer at half that rate, 99th percentile',
    unit: 'ms',
    baseline: webhookServer,
    higherIsBetter: false,
    goal: null,
  },
  'ledger.rows': {
    group: 'ledger',
    title: 'Ledger rows through points, from a preloaded topic',
    unit: 'rows/s',
    baseline: 'the same statements and parameters by a bare pg client, 4 connections, no Kafka',
    higherIsBetter: true,
    goal: mendUnder,
  },
  'end-to-end.rate': {
    group: 'end-to-end',
    title: 'Sales that reach the read model without growing lag',
    unit: 'sales/s',
    baseline: 'a bare chain of as many hops: kafkajs produce, consume, one upsert a batch',
    higherIsBetter: true,
    goal: mendUnder,
  },
  'end-to-end.p50': {
    group: 'end-to-end',
    title: 'From POST to the SSE frame at half that rate, median',
    unit: 'ms',
    baseline: 'POST, kafkajs produce, consume, SSE write in one process, no database',
    higherIsBetter: false,
    goal: null,
  },
  'end-to-end.p99': {
    group: 'end-to-end',
    title: 'From POST to the SSE frame at half that rate, 99th percentile',
    unit: 'ms',
    baseline: 'POST, kafkajs produce, consume, SSE write in one process, no database',
    higherIsBetter: false,
    goal: null,
  },
  'size.rows': {
    group: 'size',
    title: 'Ledger rows through points, sales of people drawn from all',
    unit: 'rows/s',
    baseline: 'the same over the small brand',
    higherIsBetter: true,
    goal: keptThroughSize,
  },
  'size.homes': {
    group: 'size',
    title: 'Portal homes read, 16 connections, people drawn from all',
    unit: 'homes/s',
    baseline: 'the same over the small brand',
    higherIsBetter: true,
    goal: keptThroughSize,
  },
  'size.what-if': {
    group: 'size',
    title: 'What-if of a draft over 100,000 ambassadors and their rows, one request',
    unit: 's',
    baseline: 'one bare statement that sums the same rows by ambassador',
    higherIsBetter: false,
    goal: null,
  },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];
