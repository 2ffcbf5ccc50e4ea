import { Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { usePrograms } from '../../../api/catalog.js';
import { useBuilder, useField } from '../builder-context.js';
import type { CompletionForm } from '../form.js';
import { CompletionDiagram } from './completion-diagram.js';
import classes from './completion-picker.module.css';

const kinds = [
  { kind: 'stay', name: 'Stay at the top', words: 'They keep the last tier; more points just add up.' },
  { kind: 'repeat', name: 'Climb again', words: 'A new round begins, and every tier can be earned anew.' },
  { kind: 'promote', name: 'Move up', words: 'They move into another program and climb its series.' },
] as const;

/** What happens when the last tier unlocks (domain.md 3.7). */
export function CompletionPicker() {
  const { form, edit } = useBuilder();
  const { completion } = form;
  const change = (patch: Partial<CompletionForm>) =>
    edit(now => ({ ...now, completion: { ...now.completion, ...patch } }));
  return (
    <div className={classes.picker}>
      <Radio.Group
        label="At the top"
        description="What happens when somebody reaches the last tier"
        value={completion.kind}
        onChange={kind => change({ kind: kind as CompletionForm['kind'] })}
      >
        <div className={classes.cards}>
          {kinds.map(({ kind, name, words }) => (
            <Radio.Card key={kind} value={kind} className={classes.card} aria-label={`${name}. ${words}`}>
              <CompletionDiagram kind={kind} />
              <span className={classes.name}>{name}</span>
              <span className={classes.words}>{words}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {completion.kind === 'repeat' && <RepeatFields completion={completion} onChange={change} />}
      {completion.kind === 'promote' && <PromoteField completion={completion} onChange={change} />}
    </div>
  );
}

interface FieldsProps {
  completion: CompletionForm;
  onChange: (patch: Partial<CompletionForm>) => void;
}

function RepeatFields({ completion, onChange }: FieldsProps) {
  const field = useField();
  return (
    <div className={classes.fields}>
      <TextInput
        {...field('completion.maxCycles')}
        label="Rounds in all"
        description="With the first; empty means without end"
        inputMode="numeric"
        placeholder="Unlimited"
        value={completion.maxCycles}
        onChange={event => onChange({ maxCycles: event.currentTarget.value })}
      />
      <Checkbox
        label="Carry points over"
        description="What is above the last tier counts for the next round"
        checked={completion.carryOver}
        onChange={event => onChange({ carryOver: event.currentTarget.checked })}
      />
    </div>
  );
}

function PromoteField({ completion, onChange }: FieldsProps) {
  const { form } = useBuilder();
  const field = useField();
  const programs = (usePrograms().data ?? []).filter(({ id }) => !form.programIds.includes(id));
  return (
    <div className={classes.fields}>
      <Select
        {...field('completion.programId')}
        label="Into program"
        description="They begin at 0 in its series, at once"
        placeholder="Choose a program"
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={completion.programId}
        onChange={programId => onChange({ programId })}
        searchable
        nothingFoundMessage="No other program of that name"
      />
    </div>
  );
}
