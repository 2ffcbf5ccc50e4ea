import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { codeOf } from '../../shared/features/http/api-problem.js';
import { useBrandSettings } from '../features/api/catalog.js';
import { Empty } from '../features/layout/components/empty.js';
import { Failure } from '../features/layout/components/failure.js';
import { PageBody } from '../features/layout/components/list-panel.js';
import { useNotify } from '../features/layout/components/notices.js';
import { PageHead } from '../features/layout/components/page-head.js';
import { getSeries, seriesKey } from '../features/series/api/series.js';
import { SeriesBuilder } from '../features/series/builder/components/series-builder.js';
import { statusWords } from '../features/series/status-words.js';
import { useMe } from '../features/session/use-me.js';

/** `/admin/series/new` and `/admin/series/:id/edit`: one page, so that a new series keeps its fields when it gets its id. */
export function BuilderPage() {
  const { id } = useParams();
  const { key, state } = useLocation();
  const navigate = useNavigate();
  const notify = useNotify();
  const me = useMe().data;
  const settings = useBrandSettings();
  // Names this writing: a new one for each opening, the same from /new to /:id/edit.
  const writing = (state as { writing?: string } | null)?.writing ?? id ?? key;
  // What was created here is newer on the page than on the server; after a reload it is not.
  const createdHere = useRef(new Set<string>());
  const born = createdHere.current.has(writing);
  const stored = useQuery({
    queryKey: [...seriesKey(id ?? ''), 'edit', writing],
    queryFn: ({ signal }) => getSeries(id ?? '', signal),
    enabled: id !== undefined && !born,
    // The text on the page is newer than any answer: what is read once is what is edited.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const onCreated = useCallback(
    (created: string) => {
      createdHere.current.add(writing);
      navigate(`/admin/series/${created}/edit`, { replace: true, state: { writing } });
    },
    [navigate, writing],
  );

  if (me && !me.can.includes('write'))
    return <Navigate to={id ? `/admin/series/${id}` : '/admin/series'} replace />;
  const error = settings.error ?? stored.error;
  const brand = settings.data;
  const series = id === undefined || born ? null : stored.data;
  if (error && (!brand || series === undefined)) {
    return <Failed error={error} onRetry={() => (settings.error ? settings.refetch() : stored.refetch())} />;
  }
  if (!brand || !me || series === undefined) return <Waiting />;
  if (series && series.status === 'ended') {
    return (
      <>
        <PageHead title={series.name} up={{ words: 'Milestone series', to: '/admin/series' }} />
        <Empty
          title="It has ended"
          action={
            <Button component={Link} to={`/admin/series/${series.id}`}>
              Go to the series
            </Button>
          }
        >
          A series that has ended stays as it is: make a new one to go on.
        </Empty>
      </>
    );
  }
  return (
    <SeriesBuilder
      key={writing}
      series={series}
      brand={{ id: brand.id, currency: brand.currency }}
      context={{ exponent: brand.currencyExponent, timeZone: brand.timezone }}
      onCreated={onCreated}
      onPublished={published => {
        const version = published.version > 1 ? `, in version ${published.version}` : '';
        notify({ words: `“${published.name}” is ${statusWords[published.status].toLowerCase()}${version}.` });
        navigate(`/admin/series/${published.id}`);
      }}
    />
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const gone = codeOf(error) === 'not_found';
  return (
    <>
      <PageHead title="Milestone series" />
      <PageBody>
        <Failure error={error} what="The draft could not be opened" onRetry={gone ? undefined : onRetry} />
      </PageBody>
    </>
  );
}

function Waiting() {
  return (
    <>
      <PageHead title="Milestone series" up={{ words: 'Milestone series', to: '/admin/series' }} />
      <PageBody wide>
        <div role="status" aria-label="Loading…">
          <Skeleton height={34} width="60%" mb={14} />
          <Skeleton height={34} width="60%" mb={14} />
          <Skeleton height={112} width="60%" mb={24} />
          <Skeleton height={48} width="40%" mb={8} />
          <Skeleton height={48} width="40%" />
        </div>
      </PageBody>
    </>
  );
}
