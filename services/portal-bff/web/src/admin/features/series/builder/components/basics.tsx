import { Autocomplete, MultiSelect, TextInput } from '@mantine/core';
import { listed } from '../../../../../shared/features/wording/numbers.js';
import { usePrograms } from '../../../api/catalog.js';
import { useSeriesList } from '../../api/series.js';
import { useBuilder, useField } from '../builder-context.js';
import classes from './basics.module.css';

/** Name, category, programs and dates. */
export function Basics({ seriesId, begun }: { seriesId: string | null; begun: boolean }) {
  const { form, edit, context } = useBuilder();
  const field = useField();
  const programs = usePrograms().data ?? [];
  const taken = useTakenPrograms(seriesId);
  const categories = [...new Set(programs.map(program => program.category))].sort();
  const clashes = form.programIds.filter(id => taken.has(id));
  return (
    <section className={classes.section} aria-label="Basics">
      <div className={classes.row}>
        <TextInput
          {...field('name')}
          label="Name"
          placeholder="The Rosewood climb"
          value={form.name}
          onChange={event => {
            const name = event.currentTarget.value;
            edit(now => ({ ...now, name }));
          }}
        />
        <Autocomplete
          {...field('category')}
          label="Category"
          placeholder="referral"
          data={categories}
          value={form.category}
          onChange={category => edit(now => ({ ...now, category }))}
        />
      </div>
      <MultiSelect
        {...field('programIds')}
        label="Programs"
        description="Whose ambassadors climb it; a program climbs one series at a time"
        placeholder={form.programIds.length === 0 ? 'Choose programs' : undefined}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.programIds}
        onChange={programIds => edit(now => ({ ...now, programIds }))}
        searchable
        hidePickedOptions
        nothingFoundMessage="No program of that name"
        renderOption={({ option }) => (
          <span className={classes.option}>
            {option.label}
            {taken.has(option.value) && <span>climbs “{taken.get(option.value)}”</span>}
          </span>
        )}
      />
      {clashes.length > 0 && (
        <p className={classes.clash}>
          {listed(clashes.map(id => programs.find(program => program.id === id)?.name ?? 'A program'))} climbs
          “{taken.get(clashes[0] ?? '')}” now. End that series before you publish this one, or take the
          program out.
        </p>
      )}
      <div className={classes.row}>
        <TextInput
          {...field('startsAt')}
          type="datetime-local"
          label="Starts"
          description={
            begun ? 'It has begun: its start stays' : `${context.timeZone} time; empty: when published`
          }
          disabled={begun}
          value={form.startsAt}
          onChange={event => {
            const startsAt = event.currentTarget.value;
            edit(now => ({ ...now, startsAt }));
          }}
        />
        <TextInput
          {...field('endsAt')}
          type="datetime-local"
          label="Ends"
          description={`${context.timeZone} time; empty: stays open`}
          value={form.endsAt}
          onChange={event => {
            const endsAt = event.currentTarget.value;
            edit(now => ({ ...now, endsAt }));
          }}
        />
      </div>
    </section>
  );
}

/** Programs that climb another published series just now, with its name (domain.md 3.1). */
function useTakenPrograms(seriesId: string | null): Map<string, string> {
  const others = useSeriesList({}).items ?? [];
  return new Map(
    others
      .filter(({ id, status }) => id !== seriesId && ['live', 'paused', 'scheduled'].includes(status))
      .flatMap(({ name, programs }) => programs.map(program => [program.id, name] as const)),
  );
}
