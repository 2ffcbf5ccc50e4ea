import type { FulfilmentItem } from '@cairn/contracts/http/reward-item';
import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import type { RewardType } from '../../rewards/grant-words.js';
import { replaceReward, useFulfilmentChanged } from '../api/fulfilment.js';
import { emptyReplacement, readReplacement } from '../replacement-form.js';
import { VariantField } from './variant-field.js';

interface ReplaceRewardProps {
  item: FulfilmentItem;
  opened: boolean;
  onClose: () => void;
  onDone: (item: FulfilmentItem) => void;
}

const types: { value: RewardType; label: string }[] = [
  { value: 'manual_product', label: 'By hand' },
  { value: 'custom', label: 'Custom' },
  { value: 'discount_code', label: 'Discount code' },
  { value: 'shopify_product', label: 'Shopify product' },
];

/** Turns a reward that cannot be given into another one (domain.md 4.7); the tier's own rewards stay as they are. */
export function ReplaceReward({ item, opened, onClose, onDone }: ReplaceRewardProps) {
  const notify = useNotify();
  const changed = useFulfilmentChanged();
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: emptyReplacement,
    read: readReplacement,
    send: reward => replaceReward(item.id, reward),
    onDone: replaced => {
      onDone(replaced);
      changed();
      notify({ words: `${item.ambassador.name} gets ${replaced.title} instead` });
      onClose();
    },
    onFailed: changed,
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Instead of ${item.title}`}
      action="Give it instead"
      onSubmit={submit}
      busy={busy}
      error={error}
      failed="The reward stays as it was"
    >
      <SegmentedControl
        aria-label="Kind of reward"
        size="xs"
        data={types}
        value={form.type}
        onChange={type => set({ type: type as RewardType })}
      />
      {form.type === 'manual_product' && (
        <TextInput
          label="Product"
          description="Somebody sends it and marks it as fulfilled"
          placeholder="Enamel mug"
          value={form.name}
          onChange={event => set({ name: event.currentTarget.value })}
          error={errors.name}
        />
      )}
      {form.type === 'custom' && (
        <>
          <TextInput
            label="Title"
            placeholder="A call with the founders"
            value={form.title}
            onChange={event => set({ title: event.currentTarget.value })}
            error={errors.title}
          />
          <Textarea
            label="Description"
            placeholder="Optional"
            autosize
            minRows={2}
            maxLength={2000}
            value={form.description}
            onChange={event => set({ description: event.currentTarget.value })}
          />
        </>
      )}
      {form.type === 'discount_code' && (
        <TextInput
          label="Percent off"
          description="A code of theirs alone, made in your shop"
          inputMode="numeric"
          placeholder="20"
          value={form.percent}
          onChange={event => set({ percent: event.currentTarget.value })}
          error={errors.percent}
        />
      )}
      {form.type === 'shopify_product' && (
        <VariantField
          value={form.variantId}
          onChange={variantId => set({ variantId })}
          error={errors.variantId}
        />
      )}
    </FormDialog>
  );
}
