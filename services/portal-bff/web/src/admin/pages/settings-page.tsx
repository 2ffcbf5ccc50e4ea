import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { PageHead } from '../features/layout/components/page-head.js';
import { ViewTabs } from '../features/layout/components/view-tabs.js';
import { useUrlParam } from '../features/layout/use-url-param.js';
import { useCan } from '../features/session/use-me.js';
import { useUnknownMails } from '../features/settings/api/mails.js';
import { BrandTab } from '../features/settings/components/brand-tab.js';
import { KeysTab } from '../features/settings/components/keys-tab.js';
import { LettersTab } from '../features/settings/components/letters-tab.js';
import { MailsTab } from '../features/settings/components/mails-tab.js';
import { MembersTab } from '../features/settings/components/members-tab.js';
import { PoolsTab } from '../features/settings/components/pools-tab.js';
import { ShopTab } from '../features/settings/components/shop-tab.js';
import { type SettingsTab, settingsTabs } from '../features/settings/tabs.js';
import { NotFoundPage } from './not-found-page.js';

const bodies: Record<SettingsTab, React.ComponentType> = {
  brand: BrandTab,
  members: MembersTab,
  keys: KeysTab,
  codes: PoolsTab,
  shop: ShopTab,
  mails: MailsTab,
  'dead-letters': LettersTab,
};

/** What can be made on a tab, and who may. */
const creates = {
  members: { words: 'Invite member', what: 'member', needs: 'members' },
  keys: { words: 'Create API key', what: 'key', needs: 'members' },
  codes: { words: 'Create code pool', what: 'pool', needs: 'write' },
} as const;

/** `/admin/settings` and its tabs. */
export function SettingsPage() {
  const { tab = 'brand' } = useParams();
  const unknownMails = useUnknownMails();
  const current = settingsTabs.find(one => one.tab === tab);
  if (current === undefined) return <NotFoundPage />;
  const Body = bodies[current.tab];
  return (
    <>
      <PageHead title="Settings">
        {current.tab in creates && <CreateButton tab={current.tab as keyof typeof creates} />}
      </PageHead>
      <ViewTabs
        label="Settings"
        views={settingsTabs.map(({ words, to, tab: name }) => ({
          words,
          to,
          current: name === current.tab,
          count: name === 'mails' ? unknownMails : null,
        }))}
      />
      <Body key={current.tab} />
    </>
  );
}

function CreateButton({ tab }: { tab: keyof typeof creates }) {
  const { words, what, needs } = creates[tab];
  const [, ask] = useUrlParam('new');
  if (!useCan(needs)) return null;
  return (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => ask(what)}>
      {words}
    </Button>
  );
}
