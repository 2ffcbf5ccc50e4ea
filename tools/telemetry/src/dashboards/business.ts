import type { Dashboard } from '../grafana/dashboard.js';
import { grown, rate } from '../grafana/promql.js';

const own = 'brand=~"$brand"';

/** What the brands' programs do, in their own terms. */
export const business: Dashboard = {
  uid: 'cairn-business',
  title: 'Cairn: business',
  description: 'Points, unlocks, rewards and mails of the chosen brands.',
  variables: [
    {
      name: 'brand',
      label: 'Brand',
      query: 'label_values(cairn_events_accepted_total, brand)',
      several: true,
    },
  ],
  rows: [
    {
      title: 'In the time shown',
      panels: [
        {
          title: 'Events',
          description: 'Accepted from the brands’ systems.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          queries: [{ expr: grown('cairn_events_accepted_total', own), legend: 'events' }],
        },
        {
          title: 'Points awarded',
          description: 'Before anything is taken back.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          queries: [{ expr: grown('cairn_points_posted_total', `${own}, sign="awarded"`), legend: 'points' }],
        },
        {
          title: 'Points reversed',
          description: 'Taken back for refunds and corrections.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          queries: [
            { expr: grown('cairn_points_posted_total', `${own}, sign="reversed"`), legend: 'points' },
          ],
        },
        {
          title: 'Unlocks',
          description: 'Tiers that ambassadors reached.',
          kind: 'stat',
          unit: 'short',
          width: 6,
          queries: [{ expr: grown('cairn_unlocks_total', own), legend: 'unlocks' }],
        },
      ],
    },
    {
      title: 'Earning',
      panels: [
        {
          title: 'Events by family',
          description: 'Accepted a second: actions, campaigns and referrals.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_events_accepted_total', own, ['family']), legend: '{{family}}' }],
        },
        {
          title: 'Points',
          description: 'Awarded and reversed, a second.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: rate('cairn_points_posted_total', own, ['sign']), legend: '{{sign}}' }],
        },
        {
          title: 'Points awarded, by brand',
          description: 'A second; who is busy at this moment.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [
            {
              expr: `topk(10, ${rate('cairn_points_posted_total', `${own}, sign="awarded"`, ['brand'])})`,
              legend: '{{brand}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Referral links',
      panels: [
        {
          title: 'Links followed, by what became of it',
          description: 'A second; people are counted, their double taps, bots and previews are not.',
          kind: 'timeseries',
          unit: 'cps',
          width: 16,
          queries: [{ expr: rate('cairn_clicks_total', own, ['outcome']), legend: '{{outcome}}' }],
        },
        {
          title: 'Clicks',
          description: 'Counted in the time shown.',
          kind: 'stat',
          unit: 'short',
          width: 8,
          queries: [{ expr: grown('cairn_clicks_total', `${own}, outcome="counted"`), legend: 'clicks' }],
        },
      ],
    },
    {
      title: 'Rewards',
      panels: [
        {
          title: 'Unlocks, by brand',
          description: 'Tiers reached a second.',
          kind: 'timeseries',
          unit: 'cps',
          width: 8,
          queries: [{ expr: rate('cairn_unlocks_total', own, ['brand']), legend: '{{brand}}' }],
        },
        {
          title: 'Grants by type and status',
          description: 'How many came into each status in the time shown.',
          kind: 'bargauge',
          unit: 'short',
          width: 8,
          queries: [
            { expr: grown('cairn_grants_total', own, ['type', 'status']), legend: '{{type}} {{status}}' },
          ],
        },
        {
          title: 'Waiting for a person',
          description: 'Grants that somebody has to fulfil, of all brands.',
          kind: 'timeseries',
          unit: 'short',
          width: 8,
          queries: [{ expr: 'max by (type) (cairn_fulfilment_waiting)', legend: '{{type}}' }],
        },
      ],
    },
    {
      title: 'Reviews, of all brands',
      panels: [
        {
          title: 'Submissions in review',
          description: 'What waits for a reviewer: actions, and sales to the ambassador’s own address.',
          kind: 'timeseries',
          unit: 'short',
          width: 12,
          queries: [{ expr: 'max by (kind) (cairn_submissions_waiting)', legend: '{{kind}}' }],
        },
        {
          title: 'Longest wait for a reviewer',
          description: 'How long the oldest submission in review has waited.',
          kind: 'timeseries',
          unit: 's',
          width: 12,
          queries: [{ expr: 'max by (kind) (cairn_submissions_waiting_seconds)', legend: '{{kind}}' }],
        },
      ],
    },
    {
      title: 'Mails, of all brands',
      panels: [
        {
          title: 'Mails by template',
          description: 'Sent a second.',
          kind: 'timeseries',
          unit: 'cps',
          width: 12,
          queries: [
            { expr: rate('cairn_messages_total', 'status="sent"', ['template']), legend: '{{template}}' },
          ],
        },
        {
          title: 'Mails by status',
          description: 'How many came into each status in the time shown.',
          kind: 'bargauge',
          unit: 'short',
          width: 12,
          queries: [
            {
              expr: grown('cairn_messages_total', '', ['template', 'status']),
              legend: '{{template}} {{status}}',
            },
          ],
        },
      ],
    },
  ],
};
