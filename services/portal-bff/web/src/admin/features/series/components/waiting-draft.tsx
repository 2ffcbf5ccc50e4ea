import type { SeriesView } from '@cairn/contracts/http/series';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { discardDraft, useSeriesChanged } from '../api/series.js';
import { draftDifferences } from '../draft-differences.js';
import { useDifferenceWords } from '../use-difference-words.js';
import classes from './waiting-draft.module.css';

/** The next version of a published series that is being written: what it would change, to go on with or to discard. */
export function WaitingDraft({ series, canWrite }: { series: SeriesView; canWrite: boolean }) {
  const [asked, setAsked] = useState(false);
  const words = useDifferenceWords();
  const changed = useSeriesChanged();
  const notify = useNotify();
  const discarding = useMutation({
    mutationFn: () => discardDraft(series.id, series.revision),
    onSuccess: () => {
      changed(series.id);
      setAsked(false);
      notify({ words: `The changes to “${series.name}” are discarded.` });
    },
  });
  if (series.draft === null) return null;
  const differences = draftDifferences(series, series.draft, words);
  return (
    <section className={classes.draft} aria-label="Changes that are not published">
      <h2 className={classes.title}>Version {series.version + 1} is being written</h2>
      <p>Version {series.version} below stays in force until it is published.</p>
      <ul>
        {differences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {canWrite && (
        <div className={classes.actions}>
          <Button component={Link} to={`/admin/series/${series.id}/edit`}>
            Go on and publish
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discarding.reset();
              setAsked(true);
            }}
          >
            Discard changes
          </Button>
        </div>
      )}
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title="Discard these changes?"
        action="Discard changes"
        danger
        busy={discarding.isPending}
        error={discarding.error}
        failed="The changes could not be discarded"
        onConfirm={() => discarding.mutate()}
      >
        <p>What is published stays as it is. What was written for the next version is gone.</p>
      </Confirm>
    </section>
  );
}
