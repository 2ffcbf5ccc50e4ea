import { actionCategory, reviewMode } from '@cairn/contracts/earning';
import type { ActionItem } from '@cairn/contracts/http/action';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { usePrograms } from '../../api/catalog.js';
import { changesOf } from '../../api/changes-of.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FieldRow, FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { createAction, updateAction, useEarningChanged } from '../api/earning.js';
import { type ActionForm, actionForm, emptyAction, readAction } from '../earning-forms.js';
import { categoryWords, perWords, reviewWords } from '../words.js';

interface ActionDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Null: a new one. */
  action: ActionItem | null;
  onArchive?: () => void;
}

const categories = actionCategory.options.map(value => ({ value, label: categoryWords[value] }));
const reviews = reviewMode.options.map(value => ({ value, label: reviewWords[value].label }));
const periods = Object.entries(perWords).map(([value, label]) => ({ value, label }));

/** Makes an action, or changes one; what was judged before stays as it was (domain.md 2.1). */
export function ActionDialog({ opened, onClose, action, onArchive }: ActionDialogProps) {
  const programs = usePrograms().data ?? [];
  const notify = useNotify();
  const changed = useEarningChanged('actions');
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: action
      ? actionForm(action)
      : { ...emptyAction, programId: programs.length === 1 ? programs[0]!.id : null },
    read: readAction,
    send: async (input, key) => {
      if (action === null) return await createAction(input, key);
      const { programId: _, ...fields } = input;
      return await updateAction(action, changesOf(action, fields));
    },
    onDone: (_, { name }) => {
      changed();
      notify({ words: action ? `${name} saved` : `${name} earns points from now on` });
      onClose();
    },
    onFailed: changed,
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={action ? 'Edit action' : 'Create action'}
      action={action ? 'Save' : 'Create action'}
      onSubmit={submit}
      busy={busy}
      error={error}
      failed={action ? 'The action could not be saved' : 'The action could not be created'}
      aside={
        onArchive && (
          <Button variant="subtle" color="gray" onClick={onArchive}>
            Archive…
          </Button>
        )
      }
    >
      <TextInput
        label="Name"
        placeholder="Post a story"
        value={form.name}
        onChange={event => set({ name: event.currentTarget.value })}
        error={errors.name}
        data-autofocus
      />
      <FieldRow>
        <Select
          label="Program"
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.programId}
          onChange={programId => set({ programId })}
          error={errors.programId}
          readOnly={action !== null}
          description={action ? 'Stays: its limits are counted there' : undefined}
        />
        <Select
          label="Category"
          description={action ? 'How the portal shows it' : undefined}
          data={categories}
          value={form.category}
          onChange={value => value && set({ category: value as ActionForm['category'] })}
          allowDeselect={false}
        />
      </FieldRow>
      <TextInput
        label="Points"
        inputMode="numeric"
        placeholder="40"
        value={form.points}
        onChange={event => set({ points: event.currentTarget.value })}
        error={errors.points}
      />
      <Switch
        label="Limit how often it counts"
        description="What comes beyond it gives nothing, and its receipt says so"
        checked={form.limited}
        onChange={event => set({ limited: event.currentTarget.checked })}
      />
      {form.limited && (
        <FieldRow>
          <TextInput
            label="Times"
            inputMode="numeric"
            value={form.count}
            onChange={event => set({ count: event.currentTarget.value })}
            error={errors['limit.count'] ?? errors.limit}
          />
          <Select
            label="Period"
            data={periods}
            value={form.per}
            onChange={value => value && set({ per: value as ActionForm['per'] })}
            allowDeselect={false}
          />
        </FieldRow>
      )}
      <Select
        label="Review before points"
        description={reviewWords[form.review].description}
        data={reviews}
        value={form.review}
        onChange={value => value && set({ review: value as ActionForm['review'] })}
        allowDeselect={false}
      />
      <Switch
        label="A disclosure is required"
        description="The post must show one of the brand’s disclosure tags, such as #ad, or the platform’s own mark"
        checked={form.disclosureRequired}
        onChange={event => set({ disclosureRequired: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
