import type { CampaignItem } from '@cairn/contracts/http/campaign';
import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useBrandSettings, usePrograms } from '../../api/catalog.js';
import { changesOf } from '../../api/changes-of.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FieldRow, FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { createCampaign, updateCampaign, useEarningChanged } from '../api/earning.js';
import { type CampaignForm, campaignForm, emptyCampaign, readCampaign } from '../earning-forms.js';

interface CampaignDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Null: a new one. */
  campaign: CampaignItem | null;
  onArchive?: () => void;
}

/** Makes a campaign, or changes one (domain.md 2.5). Its window is in the brand's time zone. */
export function CampaignDialog({ opened, onClose, campaign, onArchive }: CampaignDialogProps) {
  const programs = usePrograms().data ?? [];
  const timeZone = useBrandSettings().data?.timezone ?? 'UTC';
  const notify = useNotify();
  const changed = useEarningChanged('campaigns');
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: campaign ? campaignForm(campaign, timeZone) : emptyCampaign,
    read: now => readCampaign(now, timeZone),
    send: async (input, key) =>
      campaign === null
        ? await createCampaign(input, key)
        : await updateCampaign(campaign, changesOf({ ...campaign, ...asInstants(campaign) }, input)),
    onDone: (_, { name }) => {
      changed();
      notify({ words: campaign ? `${name} saved` : `${name} created` });
      onClose();
    },
    onFailed: changed,
  });
  const field = (name: Exclude<keyof CampaignForm, 'programIds'>) => ({
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
    error: errors[name],
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={campaign ? 'Edit campaign' : 'Create campaign'}
      action={campaign ? 'Save' : 'Create campaign'}
      onSubmit={submit}
      busy={busy}
      error={error}
      failed={campaign ? 'The campaign could not be saved' : 'The campaign could not be created'}
      aside={
        onArchive && (
          <Button variant="subtle" color="gray" onClick={onArchive}>
            Archive…
          </Button>
        )
      }
    >
      <TextInput label="Name" placeholder="Spring launch" {...field('name')} data-autofocus />
      <MultiSelect
        label="Programs"
        placeholder={form.programIds.length === 0 ? 'Whose ambassadors can join' : undefined}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.programIds}
        onChange={programIds => set({ programIds })}
        error={errors.programIds}
        hidePickedOptions
      />
      <FieldRow>
        <TextInput label="Points for joining" inputMode="numeric" placeholder="0" {...field('joinPoints')} />
        <TextInput
          label="Points for completing"
          inputMode="numeric"
          placeholder="0"
          {...field('completionPoints')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label="Starts" type="datetime-local" description={timeZone} {...field('startsAt')} />
        <TextInput label="Ends" type="datetime-local" description={timeZone} {...field('endsAt')} />
      </FieldRow>
    </FormDialog>
  );
}

/** As the form writes instants: a minute exactly, in UTC. */
const asInstants = ({ startsAt, endsAt }: CampaignItem) => ({
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});
