import type { AmbassadorDetail } from '@cairn/contracts/http/ambassador';
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import { instantAt, saidAt } from '../../brand-time/brand-time.js';
import { Confirm } from '../../layout/components/confirm.js';
import { useNotify } from '../../layout/components/notices.js';
import { leaveProgram, moveAmbassador } from '../api/memberships.js';
import classes from './membership-changes.module.css';

type Asked = 'move' | 'leave';

/** Moving somebody into another program, taking them out of theirs, and bringing them back, with what it means (domain.md 1.4). */
export function MembershipChanges({ person }: { person: AmbassadorDetail }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [programId, setProgramId] = useState<string | null>(null);
  const [local, setLocal] = useState('');
  const programs = usePrograms().data ?? [];
  const timeZone = useBrandSettings().data?.timezone ?? 'UTC';
  const queries = useQueryClient();
  const notify = useNotify();
  const others = programs.filter(program => program.id !== person.programId);
  const present = person.memberships.at(-1);
  const isMember = person.programId !== null;
  const at = instantAt(local, timeZone) ?? undefined;
  const changing = useMutation({
    mutationFn: (what: Asked) =>
      what === 'leave'
        ? leaveProgram(person.id, { at }, person.revision)
        : moveAmbassador(person.id, { programId: programId ?? '', at }, person.revision),
    onSuccess: (_, what) => {
      setAsked(null);
      for (const key of ['ambassador', 'ambassador-progress'])
        void queries.invalidateQueries({ queryKey: [key, person.id] });
      void queries.invalidateQueries({ queryKey: ['ambassadors'] });
      const name = programs.find(program => program.id === programId)?.name ?? 'the program';
      notify({ words: `${person.name} ${what === 'leave' ? 'has left' : `is in ${name}`}.` });
    },
  });
  const ask = (what: Asked) => {
    changing.reset();
    setProgramId(null);
    setLocal('');
    setAsked(what);
  };
  const moves = asked === 'move';
  return (
    <>
      <Button variant="default" onClick={() => ask('move')} disabled={others.length === 0}>
        {isMember ? 'Move…' : 'Bring back…'}
      </Button>
      {isMember && (
        <Button variant="default" onClick={() => ask('leave')}>
          Leave…
        </Button>
      )}
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={
          moves
            ? isMember
              ? `Move ${person.name} to another program?`
              : `Bring ${person.name} back?`
            : `Take ${person.name} out of their program?`
        }
        action={moves ? (isMember ? 'Move' : 'Bring back') : 'Take out'}
        danger={!moves}
        disabled={moves && programId === null}
        busy={changing.isPending}
        error={changing.error}
        failed="Their program was not changed"
        onConfirm={() => asked && changing.mutate(asked)}
      >
        <p>
          {moves
            ? 'What they do from then on counts by the new program: its rules, and the series that it climbs, which begins at 0 for them unless they were there before.'
            : 'What they do from then on earns nothing. They may be brought back at any time.'}
        </p>
        <p>They keep their points, tiers and rewards. What was judged already stays as it was.</p>
        <div className={classes.fields}>
          {moves && (
            <Select
              label="Program"
              placeholder="Choose a program"
              data={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={programId}
              onChange={setProgramId}
              searchable
              nothingFoundMessage="No program of that name"
            />
          )}
          <TextInput
            type="datetime-local"
            label="From"
            description={`${timeZone} time; empty: now. ${
              present
                ? `Not before ${saidAt(present.to ?? present.from, timeZone, 'en')}, and not in the future`
                : ''
            }`}
            value={local}
            onChange={event => setLocal(event.currentTarget.value)}
          />
        </div>
      </Confirm>
    </>
  );
}
