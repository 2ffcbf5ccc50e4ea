/** The three ways to earn, each with its address and what it can create, and what became of what came in. */
export const earningTabs = [
  {
    tab: 'actions',
    words: 'Actions',
    to: '/admin/earning',
    create: { words: 'Create action', what: 'action' },
  },
  {
    tab: 'campaigns',
    words: 'Campaigns',
    to: '/admin/earning/campaigns',
    create: { words: 'Create campaign', what: 'campaign' },
  },
  {
    tab: 'referrals',
    words: 'Programs and referrals',
    to: '/admin/earning/referrals',
    create: { words: 'Create program', what: 'program' },
  },
  {
    tab: 'receipts',
    words: 'Receipts',
    to: '/admin/earning/receipts',
    create: null,
  },
] as const;

export type EarningTab = (typeof earningTabs)[number]['tab'];
