import type { Dashboard } from '../grafana/dashboard.js';
import { quantile, rate } from '../grafana/promql.js';

const consumer = '{{service}} {{topic}}';

/** Every topic and who reads it. */
export const kafka: Dashboard = {
  uid: 'cairn-kafka',
  title: 'Cairn: Kafka',
  description:
    'Topics and their consumers: what comes in, what is handled, what waits and what was set aside.',
  rows: [
    {
      title: 'In and out',
      panels: [
        {
          title: 'Published',
          description: 'Events a second that Kafka acknowledged, by topic.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_events_published_total', '', ['topic']), legend: '{{topic}}' }],
        },
        {
          title: 'Handled',
          description: 'Events a second whose transaction was committed, by consumer and topic.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_events_handled_total', '', ['service', 'topic']), legend: consumer }],
        },
        {
          title: 'Handled, by type',
          description: 'The same by the events’ types.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_events_handled_total', '', ['type']), legend: '{{type}}' }],
        },
      ],
    },
    {
      title: 'Waiting',
      panels: [
        {
          title: 'Lag',
          description:
            'Messages behind, as the consumer saw it at its last batch. A line that stays level while events come is a consumer that hangs.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          redFrom: 5000,
          queries: [{ expr: 'sum by (service, topic) (cairn_consumer_lag_messages)', legend: consumer }],
        },
        {
          title: 'Lag of the worst partitions',
          description: 'One high line among low ones is one busy ambassador, or a partition that is retried.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [
            {
              expr: 'topk(8, sum by (service, topic, partition) (cairn_consumer_lag_messages))',
              legend: `${consumer} {{partition}}`,
            },
          ],
        },
        {
          title: 'Oldest in the outbox',
          description: 'Age of the oldest event that waits for Kafka. It grows while Kafka is away.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          redFrom: 60,
          queries: [{ expr: 'max by (service) (cairn_outbox_age_seconds)', legend: '{{service}}' }],
        },
      ],
    },
    {
      title: 'How long',
      panels: [
        {
          title: 'A chunk’s transaction, p50',
          description: 'From the first statement to the commit of what came together.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: [
            { expr: quantile(0.5, 'cairn_chunk_seconds', '', ['service', 'topic']), legend: consumer },
          ],
        },
        {
          title: 'A chunk’s transaction, p99',
          description:
            'Statements may take three tenths of the session time-out; over that they are stopped.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          redFrom: 9,
          queries: [
            { expr: quantile(0.99, 'cairn_chunk_seconds', '', ['service', 'topic']), legend: consumer },
          ],
        },
        {
          title: 'Chunks by outcome',
          description: 'done: committed. failed: the partition is retried. seek: the database was elsewhere.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_chunk_seconds_count', '', ['service', 'outcome']),
              legend: '{{service}} {{outcome}}',
            },
          ],
        },
      ],
    },
    {
      title: 'What went wrong',
      panels: [
        {
          title: 'Dead letters that wait',
          description: 'Messages that nobody could handle and that were not replayed yet, by topic.',
          kind: 'timeseries',
          unit: 'short',
          width: 6,
          redFrom: 1,
          queries: [{ expr: 'max by (topic) (cairn_dead_letters_open)', legend: '{{topic}}' }],
        },
        {
          title: 'New dead letters',
          description: 'A second, by consumer and reason.',
          kind: 'timeseries',
          unit: 'cps',
          width: 6,
          queries: [
            {
              expr: rate('cairn_dead_letters_total', '', ['service', 'topic', 'reason']),
              legend: `${consumer}: {{reason}}`,
            },
          ],
        },
        {
          title: 'Version gaps',
          description: 'Events that were not the next version of their aggregate: something is missing.',
          kind: 'timeseries',
          unit: 'cps',
          width: 6,
          queries: [{ expr: rate('cairn_version_gaps_total', '', ['service', 'topic']), legend: consumer }],
        },
        {
          title: 'Parked',
          description: 'Events that wait for another, by service and kind.',
          kind: 'timeseries',
          unit: 'short',
          width: 6,
          queries: [{ expr: 'max by (service, kind) (cairn_parked)', legend: '{{service}} {{kind}}' }],
        },
      ],
    },
  ],
};
