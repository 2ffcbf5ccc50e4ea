import type { Dashboard } from '../grafana/dashboard.js';
import { quantile, rate, requests, share } from '../grafana/promql.js';

const own = 'service="$service"';
const asked = `${own}, ${requests}`;

/** One of the six: what it is asked, what it handles, what its processes use. */
export const service: Dashboard = {
  uid: 'cairn-service',
  title: 'Cairn: one service',
  description: 'Rate, errors and duration of a service’s endpoints and handlers, and what its processes use.',
  variables: [
    {
      name: 'service',
      label: 'Service',
      query: 'label_values(process_start_time_seconds{service!=""}, service)',
    },
  ],
  rows: [
    {
      title: 'At a glance',
      panels: [
        {
          title: 'Copies',
          description: 'Processes whose metrics are read.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          queries: [{ expr: `sum(up{${own}})`, legend: 'up' }],
        },
        {
          title: 'Restarts',
          description: 'Times that a process began anew in the time shown.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          redFrom: 3,
          queries: [
            { expr: `sum(changes(process_start_time_seconds{${own}}[$__range]))`, legend: 'restarts' },
          ],
        },
        {
          title: 'Requests with an error',
          description: 'The part of requests that got a 5xx.',
          kind: 'stat',
          unit: 'percentunit',
          width: 6,
          redFrom: 0.01,
          queries: [{ expr: share('cairn_http_request_seconds', asked, 'status=~"5.."'), legend: '5xx' }],
        },
        {
          title: 'Waiting in Kafka',
          description: 'Messages of all topics that it has not handled yet.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          redFrom: 5000,
          queries: [{ expr: `sum(cairn_consumer_lag_messages{${own}})`, legend: 'lag' }],
        },
      ],
    },
    {
      title: 'Endpoints',
      panels: [
        {
          title: 'Requests',
          description: 'A second, by method and route. Probes and open streams are left out.',
          kind: 'timeseries',
          unit: 'reqps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_http_request_seconds_count', asked, ['method', 'route']),
              legend: '{{method}} {{route}}',
            },
          ],
        },
        {
          title: 'Errors',
          description: 'Answers of 4xx and 5xx a second, by route and status.',
          kind: 'timeseries',
          unit: 'reqps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_http_request_seconds_count', `${asked}, status=~"[45].."`, [
                'method',
                'route',
                'status',
              ]),
              legend: '{{method}} {{route}} {{status}}',
            },
          ],
        },
        {
          title: 'Duration, p95',
          description: 'From the request to the end of the answer, by route.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: [
            {
              expr: quantile(0.95, 'cairn_http_request_seconds', asked, ['method', 'route']),
              legend: '{{method}} {{route}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Handlers',
      panels: [
        {
          title: 'Events handled',
          description: 'A second, by topic and type.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_events_handled_total', own, ['topic', 'type']),
              legend: '{{topic}} {{type}}',
            },
          ],
        },
        {
          title: 'Failures',
          description: 'Handlers that threw, a second, by topic; what they had is tried again.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [
            {
              expr: rate('cairn_handler_seconds_count', `${own}, outcome="failed"`, ['topic']),
              legend: '{{topic}}',
            },
          ],
        },
        {
          title: 'Duration, p95',
          description: 'Of a handler over its part of a chunk, by topic.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          queries: [{ expr: quantile(0.95, 'cairn_handler_seconds', own, ['topic']), legend: '{{topic}}' }],
        },
      ],
    },
    {
      title: 'Work of its own',
      panels: [
        {
          title: 'Due work that failed',
          description: 'Attempts a second at work whose time had come; each is tried again later.',
          kind: 'timeseries',
          unit: 'cps',
          width: 12,
          queries: [{ expr: rate('cairn_due_work_failures_total', own, ['kind']), legend: '{{kind}}' }],
        },
        {
          title: 'Oldest in the outbox',
          description: 'Age of the oldest event that Kafka does not have yet.',
          kind: 'timeseries',
          unit: 's',
          width: 12,
          redFrom: 60,
          queries: [{ expr: `max(cairn_outbox_age_seconds{${own}})`, legend: 'age' }],
        },
      ],
    },
    {
      title: 'Processes',
      panels: [
        {
          title: 'CPU',
          description: 'Cores that each copy uses. Node runs its own code on one.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: rate('process_cpu_seconds_total', own, ['instance']), legend: '{{instance}}' }],
        },
        {
          title: 'Memory',
          description: 'Resident memory of each copy, and what of it is JavaScript’s heap.',
          kind: 'timeseries',
          unit: 'bytes',
          width: 8,
          queries: [
            { expr: `process_resident_memory_bytes{${own}}`, legend: '{{instance}}' },
            { expr: `nodejs_heap_size_used_bytes{${own}}`, legend: '{{instance}} heap' },
          ],
        },
        {
          title: 'Event loop, p99',
          description: 'How late a copy’s turn comes: over half a second it is short of CPU.',
          kind: 'timeseries',
          unit: 's',
          width: 8,
          redFrom: 0.5,
          queries: [{ expr: `nodejs_eventloop_lag_p99_seconds{${own}}`, legend: '{{instance}}' }],
        },
      ],
    },
  ],
};
