import { Button, Drawer, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { codeOf } from '../../shared/features/http/api-problem.js';
import { useReader } from '../../shared/features/wording/use-reader.js';
import { useBrandSettings } from '../features/api/catalog.js';
import { Failure } from '../features/layout/components/failure.js';
import { PageBody } from '../features/layout/components/list-panel.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { useNeedsFulfilment, useSeries, useStanding } from '../features/series/api/series.js';
import { Ladder } from '../features/series/components/ladder.js';
import { RetroactiveProgress } from '../features/series/components/retroactive-progress.js';
import { SeriesChanges } from '../features/series/components/series-changes.js';
import { SeriesFacts } from '../features/series/components/series-facts.js';
import { SeriesStatusBadge } from '../features/series/components/series-status-badge.js';
import { TierTable } from '../features/series/components/tier-table.js';
import { WaitingDraft } from '../features/series/components/waiting-draft.js';
import { PreviewPane } from '../features/series/preview/components/preview-pane.js';
import { useCan } from '../features/session/use-me.js';
import classes from './series-page.module.css';

const up = { words: 'Milestone series', to: '/admin/series' };

/** `/admin/series/:id`: what it is, who stands where, and what can be done with it. */
export function SeriesPage() {
  const { id = '' } = useParams();
  const { data: series, error, refetch, isFetching } = useSeries(id);
  const published = series !== undefined && series.status !== 'draft';
  const standing = useStanding(id, published);
  const needsFulfilment = useNeedsFulfilment(series);
  const timeZone = useBrandSettings().data?.timezone;
  const canWrite = useCan('write');
  const reader = useReader();
  const [preview, setPreview] = useDisclosure(false);
  const [points, setPoints] = useState<number | null>(null);

  if (error && !series) {
    const gone = codeOf(error) === 'not_found' || codeOf(error) === 'invalid_input';
    return (
      <>
        <PageHead title="Series" up={up} />
        <PageBody>
          <Failure
            error={error}
            what="The series could not be opened"
            onRetry={gone ? undefined : () => refetch()}
            retrying={isFetching}
          />
        </PageBody>
      </>
    );
  }
  if (!series) return <Waiting />;
  const thresholds = (series.draft ?? series).tiers.map(tier => tier.threshold);
  return (
    <>
      <PageHead title={series.name} up={up} beside={<SeriesStatusBadge status={series.status} />}>
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={16} stroke={1.7} aria-hidden />}
          onClick={setPreview.open}
        >
          Preview
        </Button>
        {canWrite && <SeriesChanges series={series} />}
        {canWrite && series.status !== 'ended' && (
          <Button component={Link} to={`/admin/series/${id}/edit`}>
            {published ? 'Edit' : 'Edit draft'}
          </Button>
        )}
      </PageHead>
      <PageBody wide>
        <div className={classes.columns}>
          <div>
            <WaitingDraft series={series} canWrite={canWrite} />
            {series.retroactive && (
              <RetroactiveProgress
                retroactive={series.retroactive}
                paused={series.status === 'paused'}
                locale={reader.locale}
              />
            )}
            <SeriesFacts
              series={series}
              timeZone={timeZone}
              locale={reader.locale}
              participants={standing.data?.participants ?? null}
              needsFulfilment={needsFulfilment}
            />
            <h2 className={classes.title}>Tiers</h2>
            <TierTable series={series} standing={standing.data} locale={reader.locale} />
          </div>
          {series.tiers.length > 0 && (
            <section aria-label="Ladder" className={classes.ladder}>
              <Ladder
                tiers={series.tiers.map(({ id: key, name, threshold, medal }) => ({
                  key,
                  name,
                  threshold,
                  medal,
                }))}
                points={null}
                locale={reader.locale}
              />
            </section>
          )}
        </div>
      </PageBody>
      <Drawer
        opened={preview}
        onClose={setPreview.close}
        title="As an ambassador sees it"
        size={420}
        classNames={{ title: classes.drawerTitle }}
      >
        <PreviewPane
          seriesId={id}
          revision={series.revision}
          thresholds={thresholds}
          points={points ?? Math.round((thresholds[0] ?? 0) * 0.6)}
          onPoints={setPoints}
        />
      </Drawer>
    </>
  );
}

function Waiting() {
  return (
    <>
      <PageHead title="Series" up={up} />
      <PageBody>
        <div role="status" aria-label="Loading…">
          <Skeleton height={128} mb={28} />
          {[0, 1, 2].map(row => (
            <Skeleton key={row} height={48} mb={10} />
          ))}
        </div>
      </PageBody>
    </>
  );
}
