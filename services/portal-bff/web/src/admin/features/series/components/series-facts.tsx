import type { SeriesView } from '@cairn/contracts/http/series';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { listed, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { usePrograms } from '../../api/catalog.js';
import { saidAt } from '../../brand-time/brand-time.js';
import { completionWords } from '../completion-words.js';
import { fulfilmentPath } from '../fulfilment-path.js';
import classes from './series-facts.module.css';

interface SeriesFactsProps {
  series: SeriesView;
  timeZone: string | undefined;
  locale: string;
  /** Null while they are not known. */
  participants: number | null;
  needsFulfilment: number | null;
}

/** What a series is, in a few lines. */
export function SeriesFacts({ series, timeZone, locale, participants, needsFulfilment }: SeriesFactsProps) {
  const programs = usePrograms().data ?? [];
  const nameOf = (id: string) => programs.find(program => program.id === id)?.name ?? '…';
  const day = (instant: string) => saidAt(instant, timeZone ?? 'UTC', locale);
  const draft = series.status === 'draft';
  return (
    <dl className={classes.facts}>
      <Fact name="Programs">{listed(series.programIds.map(nameOf))}</Fact>
      <Fact name="Category">{series.category}</Fact>
      <Fact name="At the top">{completionWords(series.completion, nameOf)}</Fact>
      <Fact name={series.startsAt && Date.parse(series.startsAt) > Date.now() ? 'Starts' : 'Since'}>
        {series.startsAt ? day(series.startsAt) : draft ? 'When it is published' : 'Its publishing'}
      </Fact>
      <Fact name="Ends">{series.endsAt ? day(series.endsAt) : 'Open'}</Fact>
      <Fact name="Version">{draft ? 'Not published yet' : series.version}</Fact>
      {!draft && (
        <>
          <Fact name="Participants">{participants === null ? '…' : spokenPoints(participants, locale)}</Fact>
          <Fact name="Needs fulfilment">
            {needsFulfilment ? (
              <Link to={fulfilmentPath(series.id)} className={classes.waiting}>
                {needsFulfilment === 1 ? '1 reward' : `${spokenPoints(needsFulfilment, locale)} rewards`}
              </Link>
            ) : needsFulfilment === null ? (
              '…'
            ) : (
              'Nothing waits'
            )}
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
