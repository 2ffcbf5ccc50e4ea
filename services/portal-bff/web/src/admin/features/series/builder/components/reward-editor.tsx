import { ActionIcon, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { rewardKindName } from '../../reward-kinds.js';
import { useBuilder, useField, useRewardEdit } from '../builder-context.js';
import type { RewardForm } from '../form.js';
import { DiscountFields } from './discount-fields.js';
import { ProductField } from './product-field.js';
import classes from './reward-fields.module.css';

interface RewardEditorProps {
  tier: number;
  index: number;
  reward: RewardForm;
  onRemove: () => void;
}

/** One reward of a tier: the fields of its type (domain.md 4.1). */
export function RewardEditor({ tier, index, reward, onRemove }: RewardEditorProps) {
  const name = rewardKindName(reward.type);
  return (
    <fieldset className={classes.reward} aria-label={`Reward ${index + 1}: ${name}`}>
      <div className={classes.head}>
        <span className={classes.kind}>{name}</span>
        <Tooltip label="Remove reward">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove reward ${index + 1}`}
            onClick={onRemove}
          >
            <IconTrash size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {reward.type === 'discount_code' && <DiscountFields tier={tier} index={index} reward={reward} />}
      {reward.type === 'shopify_product' && <ProductField tier={tier} index={index} reward={reward} />}
      {reward.type === 'manual_product' && <ManualField tier={tier} index={index} reward={reward} />}
      {reward.type === 'custom' && <CustomFields tier={tier} index={index} reward={reward} />}
      <CostField tier={tier} index={index} reward={reward} />
    </fieldset>
  );
}

type FieldsProps = Omit<RewardEditorProps, 'onRemove'>;

/** For what-if figures; ambassadors do not see it. */
function CostField({ tier, index, reward }: FieldsProps) {
  const { currency } = useBuilder();
  const change = useRewardEdit(tier, index);
  const field = useField();
  return (
    <TextInput
      {...field(`tiers.${tier}.rewards.${index}.cost`)}
      label="What one costs you"
      description="For what-if figures alone; nobody sees it in the portal"
      inputMode="decimal"
      placeholder="Not said"
      rightSection={currency}
      rightSectionWidth={48}
      value={reward.cost}
      onChange={event => change({ cost: event.currentTarget.value })}
    />
  );
}

function ManualField({ tier, index, reward }: FieldsProps) {
  const change = useRewardEdit(tier, index);
  const field = useField();
  return (
    <TextInput
      {...field(`tiers.${tier}.rewards.${index}.name`)}
      label="Product name"
      placeholder="Enamel pin"
      description="You pack and send it; it waits for you under Fulfilment"
      value={reward.name}
      onChange={event => change({ name: event.currentTarget.value })}
    />
  );
}

function CustomFields({ tier, index, reward }: FieldsProps) {
  const change = useRewardEdit(tier, index);
  const field = useField();
  const path = `tiers.${tier}.rewards.${index}`;
  return (
    <>
      <TextInput
        {...field(`${path}.title`)}
        label="Title"
        placeholder="Dinner with the founders"
        value={reward.title}
        onChange={event => change({ title: event.currentTarget.value })}
      />
      <Textarea
        {...field(`${path}.description`)}
        label="Reward description"
        autosize
        minRows={2}
        maxRows={6}
        value={reward.description}
        onChange={event => change({ description: event.currentTarget.value })}
      />
    </>
  );
}
