import type { PublishedSeries, SeriesView } from '@cairn/contracts/http/series';
import { Button, Modal, Radio, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, codeOf } from '../../../../../shared/features/http/api-problem.js';
import { Failure } from '../../../layout/components/failure.js';
import { getSeries, readImpact, useSeriesChanged } from '../../api/series.js';
import { draftDifferences } from '../../draft-differences.js';
import { impactLines } from '../../retroactive-words.js';
import { useDifferenceWords } from '../../use-difference-words.js';
import { publishDraft } from '../api/drafts.js';
import type { DraftStore } from '../draft-store.js';
import { publishRefusal } from '../publish-words.js';
import classes from './publish-dialog.module.css';

interface PublishEditDialogProps {
  /** As it is published now. */
  series: SeriesView;
  store: DraftStore;
  opened: boolean;
  onClose: () => void;
  onPublished: (series: PublishedSeries) => void;
  /** The server's words at fields, by their paths. */
  onRefused: (errors: { path: string; message: string }[]) => void;
}

/**
 * The next version of a series that is published (domain.md 3.8): what it changes, who would gain by it, and whether they
 * do so at once or with their next points.
 */
export function PublishEditDialog(props: PublishEditDialogProps) {
  const { series, store, opened, onClose, onPublished, onRefused } = props;
  const [when, setWhen] = useState<'next' | 'now'>('next');
  const words = useDifferenceWords();
  const changed = useSeriesChanged();
  // Of what is stored: the impact and the publish are of the same revision.
  const saved = useQuery({
    queryKey: ['series-publish', series.id, opened],
    queryFn: async ({ signal }) => {
      await store.save();
      const view = await getSeries(series.id, signal);
      return { view, impact: await readImpact(series.id, signal) };
    },
    enabled: opened,
    gcTime: 0,
    retry: false,
  });
  const publishing = useMutation({
    mutationFn: (view: SeriesView) => publishDraft(view.id, view.revision, when === 'now'),
    onSuccess: published => {
      changed(published.id);
      onPublished(published);
    },
    onError: error => {
      if (codeOf(error) === 'stale') void store.noteConflict();
      onRefused(error instanceof ApiProblem ? [...error.errors] : []);
    },
  });
  const { view, impact } = saved.data ?? {};
  const differences = view?.draft ? draftDifferences(view, view.draft, words) : [];
  const refusal = publishRefusal(publishing.error);
  const close = () => {
    publishing.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={560}
      title={`Publish version ${series.version + 1}?`}
      classNames={{ title: classes.title }}
    >
      {saved.error && (
        <Failure error={saved.error} what="Its impact could not be counted" onRetry={saved.refetch} />
      )}
      {saved.isPending && (
        <div role="status" aria-label="Counting who gains…">
          <Skeleton height={20} mb={8} />
          <Skeleton height={20} mb={8} width="70%" />
        </div>
      )}
      {view && differences.length === 0 && (
        <p className={classes.words}>Nothing differs from what is published: there is nothing to publish.</p>
      )}
      {view && impact && differences.length > 0 && (
        <div className={classes.words}>
          <p>What changes, from the publish on:</p>
          <ul>
            {differences.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>By points that people have already:</p>
          <ul>
            {impactLines(impact, words.locale).map(line => (
              <li key={line}>{line}.</li>
            ))}
          </ul>
          <Radio.Group
            value={when}
            onChange={value => setWhen(value === 'now' ? 'now' : 'next')}
            label="When do they?"
          >
            <Radio
              mt={8}
              value="next"
              label="With their next points"
              description="Each one when something of theirs counts next"
            />
            <Radio
              mt={8}
              value="now"
              label="At once"
              description="Mails and rewards go out to all of them now, in the background"
            />
          </Radio.Group>
          <p className={classes.keeps}>Nobody loses a tier, and rewards that were given stay as they are.</p>
          {impact.warnings.length > 0 && (
            <ul>
              {impact.warnings.map(({ code, text }) => (
                <li key={code + text}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {refusal ? (
        <div role="alert" className={classes.refusal}>
          <strong>{refusal.title}.</strong> {refusal.words}
        </div>
      ) : (
        publishing.error && <Failure error={publishing.error} what="It was not published" />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={close} disabled={publishing.isPending}>
          Cancel
        </Button>
        <Button
          onClick={() => view && publishing.mutate(view)}
          loading={publishing.isPending}
          disabled={differences.length === 0 || saved.isFetching}
          data-autofocus
        >
          {when === 'now' ? 'Publish and unlock now' : 'Publish now'}
        </Button>
      </div>
    </Modal>
  );
}
