/** The settings, each with its address. */
export const settingsTabs = [
  { tab: 'brand', words: 'Brand', to: '/admin/settings' },
  { tab: 'members', words: 'Members', to: '/admin/settings/members' },
  { tab: 'keys', words: 'API keys', to: '/admin/settings/keys' },
  { tab: 'codes', words: 'Code pools', to: '/admin/settings/codes' },
  { tab: 'shop', words: 'Shop', to: '/admin/settings/shop' },
  { tab: 'mails', words: 'Mails', to: '/admin/settings/mails' },
  { tab: 'dead-letters', words: 'Dead letters', to: '/admin/settings/dead-letters' },
] as const;

export type SettingsTab = (typeof settingsTabs)[number]['tab'];
