import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAmbassadors } from '../features/ambassadors/api/ambassadors.js';
import { AddAmbassador } from '../features/ambassadors/components/add-ambassador.js';
import { AmbassadorsFilters } from '../features/ambassadors/components/ambassadors-filters.js';
import { AmbassadorsTable } from '../features/ambassadors/components/ambassadors-table.js';
import { Empty } from '../features/layout/components/empty.js';
import { Failure } from '../features/layout/components/failure.js';
import { ListPanel, PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { useUrlFilters } from '../features/layout/use-url-filters.js';
import { useUrlParam } from '../features/layout/use-url-param.js';
import { useCan } from '../features/session/use-me.js';

const names = ['programId', 'find'] as const;

/** `/admin/ambassadors`: everybody of the brand, or the one that a search names. */
export function AmbassadorsPage() {
  const { filters, set, clear, any } = useUrlFilters(names);
  const pages = useAmbassadors(filters);
  const [asked, ask] = useUrlParam('new');
  const canWrite = useCan('write');
  const add = canWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => ask('ambassador')}>
      Add ambassador
    </Button>
  );
  const none = pages.items?.length === 0 && !any && !pages.isPlaceholderData;
  return (
    <>
      <PageHead title="Ambassadors">{!none && add}</PageHead>
      {!none && <AmbassadorsFilters filters={filters} onChange={set} onClear={clear} any={any} />}
      {pages.error && !pages.items ? (
        <PageBody>
          <Failure
            error={pages.error}
            what="The ambassadors could not be read"
            onRetry={() => pages.refetch()}
            retrying={pages.isFetching}
          />
        </PageBody>
      ) : (
        <ListPanel>
          <AmbassadorsTable
            pages={pages}
            empty={
              any ? (
                <Empty
                  title="Nobody like that"
                  action={
                    <Button variant="default" onClick={clear}>
                      Clear filters
                    </Button>
                  }
                >
                  The search wants the whole e-mail, code or id, exactly as it is.
                </Empty>
              ) : (
                <Empty title="Add the first ambassador" action={add}>
                  Ambassadors belong to a program and earn by its rules. Each gets a referral code, a link and
                  a portal of their own. Many at once come by the API: POST /ambassadors/import.
                </Empty>
              )
            }
          />
        </ListPanel>
      )}
      {canWrite && <AddAmbassador opened={asked === 'ambassador'} onClose={() => ask(null)} />}
    </>
  );
}
