import type { ReplayFilter } from '@cairn/contracts/http/replay';
import { Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countedPoints, spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { useOnce } from '../../api/use-once.js';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import {
  type ReplayOutcome,
  type ReplayProgress,
  replayReceipts,
  useReceiptsChanged,
} from '../api/receipts.js';
import { reasonName } from '../reason-names.js';

/** Chosen events, or all that a filter finds. */
export type ReplayOf = { eventIds: string[] } | { filter: ReplayFilter };

interface ReplayDialogProps {
  opened: boolean;
  of: ReplayOf;
  onClose: () => void;
  onDone: () => void;
}

/** Says what a replay would do, and does it when asked to (domain.md 2.7). */
export function ReplayDialog({ opened, of, onClose, onDone }: ReplayDialogProps) {
  const { locale } = useReader();
  const notify = useNotify();
  const changed = useReceiptsChanged();
  const once = useOnce();
  const [progress, setProgress] = useState<ReplayProgress | null>(null);
  const preview = useQuery({
    queryKey: ['replay-preview', of],
    queryFn: ({ signal }) => replayReceipts({ ...of, preview: true }, setProgress, { signal }),
    enabled: opened,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  const replay = useMutation({
    mutationFn: () =>
      replayReceipts({ ...of, preview: false }, setProgress, { idempotencyKey: once.keyOf(of) }),
    onSettled: changed,
    onSuccess: outcome => {
      once.renew();
      const given = countedPoints(outcome.points, locale);
      notify({ words: `${events(awardedOf(outcome), locale)} replayed, ${given} given` });
      onDone();
      onClose();
    },
  });
  const known = preview.data;
  const busy = preview.isFetching || replay.isPending;
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title="Replay what no series was live for?"
      action={known ? `Replay ${events(awardedOf(known), locale)}` : 'Replay'}
      onConfirm={() => replay.mutate()}
      busy={replay.isPending}
      disabled={known === undefined || awardedOf(known) === 0}
      error={preview.error ?? replay.error}
      failed={preview.error ? 'What it would do could not be worked out' : 'The events could not be replayed'}
    >
      {known && <Preview outcome={known} locale={locale} />}
      {preview.isFetching && <p role="status">Working out what it would do…</p>}
      {busy && progress !== null && (
        <Progress
          value={(progress.judged / Math.max(1, progress.total)) * 100}
          aria-label={`${progress.judged} of ${progress.total} events judged`}
        />
      )}
    </Confirm>
  );
}

function Preview({ outcome, locale }: { outcome: ReplayOutcome; locale: string }) {
  const awarded = awardedOf(outcome);
  return (
    <>
      <p>
        {awarded === 0
          ? 'None of them would earn anything now: first publish a series that was live when they happened.'
          : `${events(awarded, locale)} would earn, ${countedPoints(outcome.points, locale)} in all, by the rules of today and as of when each happened.`}
      </p>
      {outcome.others.length > 0 && (
        <ul aria-label="Those that would not earn">
          {outcome.others.map(({ reason, events: count }) => (
            <li key={reason}>
              {spokenPoints(count, locale)} stay without points: {reasonName(reason).toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const awardedOf = (outcome: ReplayOutcome) =>
  ('wouldAward' in outcome ? outcome.wouldAward : undefined) ??
  ('replayed' in outcome ? outcome.replayed : undefined) ??
  0;

const events = (count: number, locale: string) =>
  `${spokenPoints(count, locale)} ${count === 1 ? 'event' : 'events'}`;
