import { IconChecklist, IconCoins, IconGift, IconSettings, IconStack2, IconUsers } from '@tabler/icons-react';
import { lazy } from 'react';
import { useWaitingCount } from './features/fulfilment/api/fulfilment.js';
import type { Area } from './features/layout/area.js';
import { useReviewCount } from './features/reviews/api/submissions.js';
import { useUnknownMails } from './features/settings/api/mails.js';

const page = <Name extends string>(name: Name, load: () => Promise<Record<Name, React.ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }));

const SeriesListPage = page('SeriesListPage', () => import('./pages/series-list-page.js'));
const SeriesPage = page('SeriesPage', () => import('./pages/series-page.js'));
const BuilderPage = page('BuilderPage', () => import('./pages/builder-page.js'));
const EarningPage = page('EarningPage', () => import('./pages/earning-page.js'));
const AmbassadorsPage = page('AmbassadorsPage', () => import('./pages/ambassadors-page.js'));
const AmbassadorPage = page('AmbassadorPage', () => import('./pages/ambassador-page.js'));
const ReviewsPage = page('ReviewsPage', () => import('./pages/reviews-page.js'));
const FulfilmentPage = page('FulfilmentPage', () => import('./pages/fulfilment-page.js'));
const SettingsPage = page('SettingsPage', () => import('./pages/settings-page.js'));

/** The whole admin: what the rail shows, in its order, and which pages and commands each item has. */
export const areas: readonly Area[] = [
  {
    words: 'Series',
    to: '/admin/series',
    Icon: IconStack2,
    pages: [
      { path: 'series', Page: SeriesListPage },
      { path: 'series/:id', Page: SeriesPage },
      // One page under two paths: a new series gets its id while somebody is writing in it.
      { path: 'series/new', Page: BuilderPage },
      { path: 'series/:id/edit', Page: BuilderPage },
    ],
    commands: [
      {
        words: 'Create new milestone series',
        keywords: 'draft tiers builder add',
        to: '/admin/series/new',
        needs: 'write',
      },
    ],
  },
  {
    words: 'Earning',
    to: '/admin/earning',
    Icon: IconCoins,
    // One page under both paths: a tab is a change of what it shows.
    pages: [
      { path: 'earning', Page: EarningPage },
      { path: 'earning/:tab', Page: EarningPage },
    ],
    commands: [
      {
        words: 'Create action',
        keywords: 'earning points task',
        to: '/admin/earning?new=action',
        needs: 'write',
      },
      {
        words: 'Create campaign',
        keywords: 'earning points window',
        to: '/admin/earning/campaigns?new=campaign',
        needs: 'write',
      },
      {
        words: 'Create program',
        keywords: 'earning referral rule',
        to: '/admin/earning/referrals?new=program',
        needs: 'write',
      },
      {
        words: 'Receipts',
        keywords: 'earning events why no points replay series',
        to: '/admin/earning/receipts',
      },
      { words: 'Referral rules', keywords: 'programs rate sale', to: '/admin/earning/referrals' },
    ],
  },
  {
    words: 'Ambassadors',
    to: '/admin/ambassadors',
    Icon: IconUsers,
    pages: [
      { path: 'ambassadors', Page: AmbassadorsPage },
      { path: 'ambassadors/:id', Page: AmbassadorPage },
    ],
    commands: [
      {
        words: 'Add ambassador',
        keywords: 'new person create',
        to: '/admin/ambassadors?new=ambassador',
        needs: 'write',
      },
    ],
  },
  {
    words: 'Reviews',
    to: '/admin/reviews',
    Icon: IconChecklist,
    useCount: useReviewCount,
    pages: [{ path: 'reviews', Page: ReviewsPage }],
    commands: [
      {
        words: 'Submissions that wait for two days',
        keywords: 'reviews queue late approve reject',
        to: '/admin/reviews?waiting=48',
      },
    ],
  },
  {
    words: 'Fulfilment',
    to: '/admin/fulfilment',
    Icon: IconGift,
    useCount: useWaitingCount,
    pages: [{ path: 'fulfilment', Page: FulfilmentPage }],
    commands: [
      {
        words: 'Rewards that need attention',
        keywords: 'fulfilment problem shopify',
        to: '/admin/fulfilment?status=needs_attention',
      },
    ],
  },
  {
    words: 'Settings',
    to: '/admin/settings',
    Icon: IconSettings,
    useCount: useUnknownMails,
    pages: [
      { path: 'settings', Page: SettingsPage },
      { path: 'settings/:tab', Page: SettingsPage },
    ],
    commands: [
      {
        words: 'Invite member',
        keywords: 'settings user role',
        to: '/admin/settings/members?new=member',
        needs: 'members',
      },
      {
        words: 'Create API key',
        keywords: 'settings token scope',
        to: '/admin/settings/keys?new=key',
        needs: 'members',
      },
      {
        words: 'Create code pool',
        keywords: 'settings discount upload',
        to: '/admin/settings/codes?new=pool',
        needs: 'write',
      },
      {
        words: 'Mails',
        keywords: 'settings email message lost unknown send again',
        to: '/admin/settings/mails',
      },
      { words: 'Dead letters', keywords: 'settings dlq replay poison', to: '/admin/settings/dead-letters' },
    ],
  },
];
