/** What a person's page can show under their progress, and the address of each. */
export const personViews = [
  { view: 'ledger', words: 'Ledger' },
  { view: 'rewards', words: 'Rewards' },
  { view: 'receipts', words: 'Receipts' },
  { view: 'unlocks', words: 'Unlocks' },
] as const;

export type PersonView = (typeof personViews)[number]['view'];

export const personView = (shown: string | null): PersonView =>
  personViews.find(({ view }) => view === shown)?.view ?? 'ledger';
