import type { SeriesView } from '@cairn/contracts/http/series';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { changeSeries, useSeriesChanged } from '../api/series.js';
import { type ChangeWords, changesOf } from '../change-words.js';

/** Pause, resume and end, each with what it means before it is done (domain.md 3.2). */
export function SeriesChanges({ series }: { series: SeriesView }) {
  const [asked, setAsked] = useState<ChangeWords | null>(null);
  const [opened, setOpened] = useState(false);
  const changed = useSeriesChanged();
  const notify = useNotify();
  const changing = useMutation({
    mutationFn: ({ change }: ChangeWords) => changeSeries(series.id, change),
    onSuccess: (_, { done }) => {
      changed(series.id);
      setOpened(false);
      notify({ words: `“${series.name}” ${done}.` });
    },
  });
  return (
    <>
      {changesOf(series.status).map(words => (
        <Button
          key={words.change}
          variant="default"
          onClick={() => {
            changing.reset();
            setAsked(words);
            setOpened(true);
          }}
        >
          {words.action}
        </Button>
      ))}
      {asked && (
        <Confirm
          opened={opened}
          onClose={() => setOpened(false)}
          title={asked.title}
          action={asked.action}
          danger={asked.danger}
          busy={changing.isPending}
          error={changing.error}
          failed={`The series could not be ${asked.change === 'end' ? 'ended' : `${asked.change}d`}`}
          onConfirm={() => changing.mutate(asked)}
        >
          {asked.words.map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Confirm>
      )}
    </>
  );
}
