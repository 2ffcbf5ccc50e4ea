import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Buckets of durations in seconds. */
export const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The process's metrics, served at /metrics; durations in seconds. */
export const registry = new Registry();

collectDefaultMetrics({ register: registry });

export const httpSeconds = new Histogram({
  name: 'cairn_http_request_seconds',
  help: 'HTTP requests by route, method and status',
  labelNames: ['route', 'method', 'status'],
  buckets: seconds,
  registers: [registry],
});

export const chunkSeconds = new Histogram({
  name: 'cairn_chunk_seconds',
  help: 'One transaction of a Kafka chunk, by topic and outcome',
  labelNames: ['topic', 'outcome'],
  buckets: seconds,
  registers: [registry],
});

export const handlerSeconds = new Histogram({
  name: 'cairn_handler_seconds',
  help: 'A handler with its events of one chunk, by topic and outcome',
  labelNames: ['topic', 'outcome'],
  buckets: seconds,
  registers: [registry],
});

export const eventsHandled = new Counter({
  name: 'cairn_events_handled_total',
  help: 'Events whose chunk was committed',
  labelNames: ['topic', 'type'],
  registers: [registry],
});

export const eventsPublished = new Counter({
  name: 'cairn_events_published_total',
  help: 'Messages that Kafka has acknowledged',
  labelNames: ['topic'],
  registers: [registry],
});

export const deadLetters = new Counter({
  name: 'cairn_dead_letters_total',
  help: 'Messages sent to a dead-letter topic',
  labelNames: ['topic', 'reason'],
  registers: [registry],
});

export const versionGaps = new Counter({
  name: 'cairn_version_gaps_total',
  help: 'Events that were not the next version of their aggregate: something is missing',
  labelNames: ['topic'],
  registers: [registry],
});

export const consumerLag = new Gauge({
  name: 'cairn_consumer_lag_messages',
  help: 'Messages behind the high watermark, at the last batch',
  labelNames: ['topic', 'partition'],
  registers: [registry],
});

export const outboxAge = new Gauge({
  name: 'cairn_outbox_age_seconds',
  help: 'Age of the oldest event not yet published',
  registers: [registry],
});

export const dueWorkLate = new Counter({
  name: 'cairn_due_work_failures_total',
  help: 'Attempts at due work that failed and will be tried again',
  labelNames: ['kind'],
  registers: [registry],
});
