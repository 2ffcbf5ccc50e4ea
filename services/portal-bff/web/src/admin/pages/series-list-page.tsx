import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Cairn } from '../../shared/features/cairn/components/cairn.js';
import { Empty } from '../features/layout/components/empty.js';
import { Failure } from '../features/layout/components/failure.js';
import { ListPanel, PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { useUrlFilters } from '../features/layout/use-url-filters.js';
import { useSeriesList } from '../features/series/api/series.js';
import { SeriesFilters } from '../features/series/components/series-filters.js';
import { SeriesTable } from '../features/series/components/series-table.js';
import { useCan } from '../features/session/use-me.js';

const names = ['programId', 'category', 'status'] as const;

const outlines = (['bronze', 'silver', 'gold'] as const).map((preset, index) => ({
  id: preset,
  name: preset,
  medal: { preset },
  state: index === 0 ? ('set' as const) : index === 1 ? ('next' as const) : ('later' as const),
}));

/** `/admin/series`: every series of the brand; the filters stand in the address. */
export function SeriesListPage() {
  const { filters, set, clear, any } = useUrlFilters(names);
  const pages = useSeriesList(filters);
  const canWrite = useCan('write');
  const create = canWrite && (
    <Button component={Link} to="/admin/series/new" leftSection={<IconPlus size={16} aria-hidden />}>
      Create new milestone series
    </Button>
  );
  const none = pages.items?.length === 0 && !any && !pages.isPlaceholderData;
  return (
    <>
      <PageHead title="Milestone series">{!none && create}</PageHead>
      {!none && (
        <SeriesFilters
          filters={filters}
          onChange={set}
          onClear={clear}
          any={any}
          categories={pages.items?.map(series => series.category) ?? []}
        />
      )}
      {pages.error && !pages.items ? (
        <PageBody>
          <Failure
            error={pages.error}
            what="The series could not be read"
            onRetry={() => pages.refetch()}
            retrying={pages.isFetching}
          />
        </PageBody>
      ) : (
        <ListPanel>
          <SeriesTable
            pages={pages}
            empty={
              any ? (
                <Empty
                  title="No series like that"
                  action={
                    <Button variant="default" onClick={clear}>
                      Clear filters
                    </Button>
                  }
                >
                  None of your series meets all the filters.
                </Empty>
              ) : (
                <Empty
                  picture={<Cairn stones={outlines} fraction={0.6} />}
                  title="Build the first climb"
                  action={create}
                >
                  A milestone series is a ladder of tiers. Points from actions, campaigns and referrals carry
                  ambassadors up, and each tier gives its rewards by itself. Until one is live, nothing earns
                  points.
                </Empty>
              )
            }
          />
        </ListPanel>
      )}
    </>
  );
}
