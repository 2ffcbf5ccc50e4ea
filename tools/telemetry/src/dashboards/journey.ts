import type { Dashboard } from '../grafana/dashboard.js';
import { quantiles, rate, requests } from '../grafana/promql.js';

/** One event's way: POST, acceptance, ledger, unlock, reward, mail and screen. */
export const journey: Dashboard = {
  uid: 'cairn-journey',
  title: 'Cairn: journey',
  description:
    'One event from the POST to the mail and the screen: how many go each step, and how long it takes.',
  rows: [
    {
      title: 'How many, step by step',
      panels: [
        {
          title: 'Requests at ingestion',
          description: 'Requests a second by status. 4xx are the sender’s mistakes, 5xx are ours.',
          kind: 'timeseries',
          unit: 'reqps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_http_request_seconds_count', `service="ingestion", ${requests}`, ['status']),
              legend: '{{status}}',
            },
          ],
        },
        {
          title: 'Events accepted',
          description: 'Events a second that Kafka has; a request may carry many.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_events_accepted_total', '', ['family']), legend: '{{family}}' }],
        },
        {
          title: 'Ledger rows',
          description: 'Rows that points writes a second, by kind. An event may give none, one or several.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_ledger_rows_total', '', ['kind']), legend: '{{kind}}' }],
        },
        {
          title: 'Unlocks',
          description: 'Tiers reached a second, over all brands.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_unlocks_total'), legend: 'unlocks' }],
        },
        {
          title: 'Mails',
          description: 'Mails a second by the status that they came into.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_messages_total', '', ['status']), legend: '{{status}}' }],
        },
        {
          title: 'Open portals',
          description: 'Pages that watch their bar at this moment.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: 'sum(cairn_streams_open)', legend: 'streams' }],
        },
      ],
    },
    {
      title: 'How long, end to end',
      panels: [
        {
          title: 'From acceptance to the screen',
          description: 'From ingestion’s answer to the frame on an open portal; only where somebody looks.',
          kind: 'timeseries',
          unit: 's',
          width: 12,
          redFrom: 10,
          queries: quantiles('cairn_post_to_screen_seconds'),
        },
        {
          title: 'From the unlock to the mail',
          description:
            'Until the mail server took it. A mail waits up to a minute for its rewards, so a slow shop shows here.',
          kind: 'timeseries',
          unit: 's',
          width: 12,
          redFrom: 90,
          queries: quantiles('cairn_unlock_to_mail_seconds'),
        },
      ],
    },
    {
      title: 'How long, step by step',
      panels: [
        {
          title: 'Ingestion’s answer',
          description: 'From the request to the answer, which waits for Kafka’s.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles('cairn_http_request_seconds', `service="ingestion", ${requests}`),
        },
        {
          title: 'points: an event to the ledger',
          description: 'The handler’s time over its part of a chunk of cairn.activity.v1.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles('cairn_handler_seconds', 'service="points", topic="cairn.activity.v1"'),
        },
        {
          title: 'milestones: a row to the unlock',
          description: 'The handler’s time over its part of a chunk of cairn.points.entries.v1.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles(
            'cairn_handler_seconds',
            'service="milestones", topic="cairn.points.entries.v1"',
          ),
        },
        {
          title: 'Shopify',
          description: 'One request to a shop, also those that were throttled or failed.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles('cairn_shopify_request_seconds'),
        },
        {
          title: 'Mail server',
          description: 'One mail by SMTP, also those that it refused.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles('cairn_smtp_seconds'),
        },
        {
          title: 'portal-bff: into the read model',
          description: 'The handler’s time over its part of a chunk, over all topics.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: quantiles('cairn_handler_seconds', 'service="portal-bff"'),
        },
      ],
    },
    {
      title: 'What is on its way',
      panels: [
        {
          title: 'Waiting in Kafka',
          description: 'Messages that each service has not handled yet. It should come back to nothing.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: 'sum by (service) (cairn_consumer_lag_messages)', legend: '{{service}}' }],
        },
        {
          title: 'Waiting in an outbox',
          description: 'Age of the oldest event that a service has written and Kafka does not have yet.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          redFrom: 60,
          queries: [{ expr: 'max by (service) (cairn_outbox_age_seconds)', legend: '{{service}}' }],
        },
        {
          title: 'Parked',
          description: 'Events that wait for something else: a missing version, an ambassador, a sale.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: 'max by (service, kind) (cairn_parked)', legend: '{{service}} {{kind}}' }],
        },
      ],
    },
  ],
};
