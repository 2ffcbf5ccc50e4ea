import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAmbassador } from '../features/ambassadors/api/ambassadors.js';
import { AdjustPoints } from '../features/ambassadors/components/adjust-points.js';
import { Ledger } from '../features/ambassadors/components/ledger.js';
import { LookButton } from '../features/ambassadors/components/look-button.js';
import { MembershipChanges } from '../features/ambassadors/components/membership-changes.js';
import { PersonDetails } from '../features/ambassadors/components/person-details.js';
import { PersonSummary } from '../features/ambassadors/components/person-summary.js';
import { Receipts } from '../features/ambassadors/components/receipts.js';
import { Rewards } from '../features/ambassadors/components/rewards.js';
import { Unlocks } from '../features/ambassadors/components/unlocks.js';
import { type PersonView, personView, personViews } from '../features/ambassadors/person-views.js';
import { Failure } from '../features/layout/components/failure.js';
import { ListPanel, PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { ViewTabs } from '../features/layout/components/view-tabs.js';
import { useUrlParam } from '../features/layout/use-url-param.js';
import { useCan } from '../features/session/use-me.js';

const lists: Record<PersonView, React.ComponentType<{ id: string }>> = {
  ledger: Ledger,
  rewards: Rewards,
  receipts: Receipts,
  unlocks: Unlocks,
};

const up = { words: 'Ambassadors', to: '/admin/ambassadors' };

/** `/admin/ambassadors/:id`: one person, where they stand and everything that happened, with its why. */
export function AmbassadorPage() {
  const { id = '' } = useParams();
  const { data: person, error, refetch, isFetching } = useAmbassador(id);
  const [show] = useUrlParam('show');
  const [adjusting, setAdjusting] = useState(false);
  const canWrite = useCan('write');
  const shown = personView(show);
  const List = lists[shown];
  if (error && !person) {
    return (
      <>
        <PageHead title="Ambassador" up={up} />
        <PageBody>
          <Failure
            error={error}
            what="The ambassador could not be read"
            onRetry={() => refetch()}
            retrying={isFetching}
          />
        </PageBody>
      </>
    );
  }
  return (
    <>
      <PageHead title={person?.name ?? 'Ambassador'} up={up}>
        {person && <LookButton id={person.id} name={person.name} />}
        {person && canWrite && <MembershipChanges person={person} />}
        {canWrite && person && (
          <Button variant="default" onClick={() => setAdjusting(true)}>
            Adjust points
          </Button>
        )}
      </PageHead>
      {canWrite && person && (
        <AdjustPoints opened={adjusting} onClose={() => setAdjusting(false)} person={person} />
      )}
      <ListPanel>
        <PersonSummary id={id} />
        {person ? <PersonDetails person={person} /> : <Skeleton height={44} m="10px 28px" width="60%" />}
        <ViewTabs
          label="What is shown"
          views={personViews.map(({ view, words }) => ({
            words,
            to: `?show=${view}`,
            current: view === shown,
          }))}
        />
        <List id={id} />
      </ListPanel>
    </>
  );
}
