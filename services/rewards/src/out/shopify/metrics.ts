import { registry, seconds } from '@cairn/service-kit/telemetry/metrics';
import { Histogram } from 'prom-client';

export const requestSeconds = new Histogram({
  name: 'cairn_shopify_request_seconds',
  help: 'One call of Shopify, by operation and outcome',
  labelNames: ['operation', 'outcome'],
  buckets: seconds,
  registers: [registry],
});
