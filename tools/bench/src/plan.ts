import type { ClickLoad } from './clicks/measure-clicks.js';
import type { EndToEndPlan } from './end-to-end/measure-end-to-end.js';
import type { IngestLoad } from './ingest/measure-ingest.js';
import type { Size } from './size/grown-databases.js';
import type { SizeLoad } from './size/measure-size.js';
import type { WebhookLoad } from './webhooks/measure-webhooks.js';

/** How much of everything is done. */
export interface Plan {
  readonly people: number;
  /** Ambassadors whose portal is open while latency is measured. */
  readonly watched: number;
  readonly endToEnd: EndToEndPlan;
  readonly ledgerSales: number;
  readonly single: IngestLoad;
  readonly array500: IngestLoad;
  readonly clicks: ClickLoad;
  readonly webhooks: WebhookLoad;
  readonly size: {
    readonly people: number;
    readonly small: Size;
    readonly large: Size;
    readonly load: SizeLoad;
  };
}

export const wholePlan: Plan = {
  people: 5_000,
  watched: 150,
  endToEnd: {
    ...{ trialSeconds: 8, latencySeconds: 12 },
    ...{ from: 400, baselineFrom: 1_500, precision: 1.1, highest: 6_000 },
    limits: { lag: 1, late: 250, caughtUp: 4_000 },
  },
  ledgerSales: 60_000,
  single: { connections: 64, eventsARequest: 1, seconds: 8, warmUpRequests: 8_000 },
  array500: { connections: 8, eventsARequest: 500, seconds: 8, warmUpRequests: 80 },
  clicks: { connections: 64, seconds: 8, warmUpRequests: 8_000 },
  webhooks: { connections: 64, seconds: 8, warmUpRequests: 2_000 },
  size: {
    people: 200,
    small: { people: 10_000, rows: 20 },
    large: { people: 1_000_000, rows: 20 },
    load: { sales: 30_000, homeReads: 10_000 },
  },
};

export const quickPlan: Plan = {
  people: 500,
  watched: 20,
  // It must run through on any machine: nothing is found too slow, and the search ends at once.
  endToEnd: {
    ...{ trialSeconds: 3, latencySeconds: 3 },
    ...{ from: 100, baselineFrom: 100, precision: 2, highest: 100 },
    limits: { lag: 60, late: 60_000, caughtUp: 60_000 },
  },
  ledgerSales: 5_000,
  single: { connections: 64, eventsARequest: 1, seconds: 1, warmUpRequests: 640 },
  array500: { connections: 8, eventsARequest: 500, seconds: 1, warmUpRequests: 16 },
  clicks: { connections: 64, seconds: 1, warmUpRequests: 640 },
  webhooks: { connections: 64, seconds: 1, warmUpRequests: 256 },
  size: {
    people: 200,
    small: { people: 500, rows: 20 },
    large: { people: 5_000, rows: 20 },
    load: { sales: 1_000, homeReads: 1_000 },
  },
};
