import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { ActionsTab } from '../features/earning/components/actions-tab.js';
import { CampaignsTab } from '../features/earning/components/campaigns-tab.js';
import { ReferralsTab } from '../features/earning/components/referrals-tab.js';
import { type EarningTab, earningTabs } from '../features/earning/tabs.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { ViewTabs } from '../features/layout/components/view-tabs.js';
import { useUrlParam } from '../features/layout/use-url-param.js';
import { ReceiptsTab } from '../features/receipts/components/receipts-tab.js';
import { useCan } from '../features/session/use-me.js';
import { NotFoundPage } from './not-found-page.js';

const bodies: Record<EarningTab, React.ComponentType> = {
  actions: ActionsTab,
  campaigns: CampaignsTab,
  referrals: ReferralsTab,
  receipts: ReceiptsTab,
};

/** `/admin/earning` and its tabs: the three ways to earn, and what became of what came in. */
export function EarningPage() {
  const { tab = 'actions' } = useParams();
  const [, ask] = useUrlParam('new');
  const canWrite = useCan('write');
  const current = earningTabs.find(one => one.tab === tab);
  if (current === undefined) return <NotFoundPage />;
  const Body = bodies[current.tab];
  const { create } = current;
  return (
    <>
      <PageHead title="Earning">
        {canWrite && create && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => ask(create.what)}>
            {create.words}
          </Button>
        )}
      </PageHead>
      <ViewTabs
        label="Ways to earn"
        views={earningTabs.map(({ words, to, tab: name }) => ({ words, to, current: name === current.tab }))}
      />
      <Body key={current.tab} />
    </>
  );
}
