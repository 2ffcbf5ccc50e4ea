import type { PublishedSeries } from '@cairn/contracts/http/series';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ApiProblem, codeOf } from '../../../../../shared/features/http/api-problem.js';
import { listed } from '../../../../../shared/features/wording/numbers.js';
import { usePrograms } from '../../../api/catalog.js';
import { saidAt } from '../../../brand-time/brand-time.js';
import { Failure } from '../../../layout/components/failure.js';
import { useSeriesChanged } from '../../api/series.js';
import { publishDraft } from '../api/drafts.js';
import { useBuilder } from '../builder-context.js';
import { onPublish } from '../checklist.js';
import type { DraftStore } from '../draft-store.js';
import { publishRefusal } from '../publish-words.js';
import classes from './publish-dialog.module.css';

interface PublishDialogProps {
  store: DraftStore;
  opened: boolean;
  onClose: () => void;
  /** Without warnings: the page can be left at once. */
  onPublished: (series: PublishedSeries) => void;
  /** The server's words at fields, by their paths. */
  onRefused: (errors: { path: string; message: string }[]) => void;
}

/** Says what publishing will do, does it, and says what it warned of or why it was refused. */
export function PublishDialog({ store, opened, onClose, onPublished, onRefused }: PublishDialogProps) {
  const changed = useSeriesChanged();
  const publishing = useMutation({
    mutationFn: async () => {
      const { id, revision } = await store.save();
      return await publishDraft(id, revision);
    },
    onSuccess: series => {
      changed(series.id);
      if (series.warnings.length === 0) onPublished(series);
    },
    onError: error => {
      if (codeOf(error) === 'stale') void store.noteConflict();
      onRefused(error instanceof ApiProblem ? [...error.errors] : []);
    },
  });
  const close = () => {
    const { data } = publishing;
    publishing.reset();
    if (data) onPublished(data);
    else onClose();
  };
  const { data: published, error } = publishing;
  const refusal = publishRefusal(error);
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={500}
      title={published ? 'Published' : 'Publish this series?'}
      classNames={{ title: classes.title }}
    >
      {published ? (
        <div className={classes.words}>
          <p>It is published. Something to know:</p>
          <ul>
            {published.warnings.map(({ code, text }) => (
              <li key={code + text}>{text}</li>
            ))}
          </ul>
        </div>
      ) : (
        <PublishWords />
      )}
      {refusal ? (
        <div role="alert" className={classes.refusal}>
          <strong>{refusal.title}.</strong> {refusal.words}
        </div>
      ) : (
        error && <Failure error={error} what="It was not published" />
      )}
      <div className={classes.buttons}>
        {published ? (
          <Button component={Link} to={`/admin/series/${published.id}`}>
            Go to the series
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={close} disabled={publishing.isPending}>
              Cancel
            </Button>
            <Button onClick={() => publishing.mutate()} loading={publishing.isPending} data-autofocus>
              Publish now
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}

/** What will happen (domain.md 3.2). */
function PublishWords() {
  const { form, context, locale } = useBuilder();
  const programs = usePrograms().data ?? [];
  const what = onPublish(form, context, new Date().toISOString());
  const names = form.programIds.map(id => programs.find(program => program.id === id)?.name ?? 'one more');
  const day = what.kind === 'now' ? '' : saidAt(what.at, context.timeZone, locale);
  return (
    <div className={classes.words}>
      <p>
        <strong>{form.name}</strong>{' '}
        {what.kind === 'now' && 'goes live now. From this moment points count and tiers unlock.'}
        {what.kind === 'scheduled' && `is scheduled: it goes live on ${day} (${context.timeZone}).`}
        {what.kind === 'since' &&
          `goes live now, as of ${day} (${context.timeZone}): what happened since then and is judged from now on counts. What was judged before stays as it was.`}
      </p>
      <ul>
        <li>
          Ambassadors of {listed(names)} see it in their portal{what.kind === 'scheduled' ? ' from then' : ''}
          .
        </li>
        <li>Each tier unlocks by itself, mails its people and gives its rewards.</li>
        <li>It can be paused, ended and edited later; a change is published as its next version.</li>
      </ul>
    </div>
  );
}
