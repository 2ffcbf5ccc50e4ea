import type { MetricDefinition } from './source-metrics.js';

/** Metrics that dashboards and alerts name and that the code does not define yet. */
export const announcedMetrics: readonly MetricDefinition[] = [
  { name: 'cairn_dead_letters_open', labels: ['topic'] },
  { name: 'cairn_events_handled_total', labels: ['topic', 'type'] },
  { name: 'cairn_handler_seconds', labels: ['topic', 'outcome'], highestBucket: 30 },
  { name: 'cairn_events_published_total', labels: ['topic'] },
  { name: 'cairn_parked', labels: ['kind'] },
  { name: 'cairn_unlock_to_mail_seconds', labels: [], highestBucket: 300 },
  { name: 'cairn_post_to_screen_seconds', labels: [], highestBucket: 300 },
  { name: 'cairn_shopify_request_seconds', labels: ['operation', 'outcome'], highestBucket: 30 },
  { name: 'cairn_smtp_seconds', labels: ['outcome'], highestBucket: 30 },
  { name: 'cairn_streams_open', labels: [] },
  { name: 'cairn_events_accepted_total', labels: ['brand', 'family'] },
  { name: 'cairn_ledger_rows_total', labels: ['brand', 'kind'] },
  { name: 'cairn_points_posted_total', labels: ['brand', 'sign'] },
  { name: 'cairn_unlocks_total', labels: ['brand'] },
  { name: 'cairn_grants_total', labels: ['brand', 'type', 'status'] },
  { name: 'cairn_messages_total', labels: ['template', 'status'] },
  { name: 'cairn_fulfilment_waiting', labels: ['type'] },
];
