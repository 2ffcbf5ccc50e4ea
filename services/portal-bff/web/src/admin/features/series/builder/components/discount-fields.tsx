import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useCodePools, useConnectedShops } from '../../../api/catalog.js';
import { useBuilder, useField, useRewardEdit } from '../builder-context.js';
import type { RewardForm } from '../form.js';
import classes from './reward-fields.module.css';

interface FieldsProps {
  tier: number;
  index: number;
  reward: RewardForm;
}

/** A discount code's fields (domain.md 4.3). Amounts are typed in major units of the brand's currency. */
export function DiscountFields({ tier, index, reward }: FieldsProps) {
  const { currency } = useBuilder();
  const change = useRewardEdit(tier, index);
  const field = useField();
  const path = `tiers.${tier}.rewards.${index}`;
  return (
    <>
      <div className={classes.row}>
        <div>
          <SegmentedControl
            aria-label="Kind of discount"
            size="xs"
            data={[
              { value: 'percent', label: 'Percent' },
              { value: 'amount', label: 'Amount' },
            ]}
            value={reward.off}
            onChange={off => change({ off: off as RewardForm['off'] })}
            className={classes.segment}
          />
          {reward.off === 'percent' ? (
            <TextInput
              {...field(`${path}.percent`)}
              aria-label="Percent off"
              inputMode="numeric"
              rightSection="%"
              value={reward.percent}
              onChange={event => change({ percent: event.currentTarget.value })}
            />
          ) : (
            <TextInput
              {...field(`${path}.amount`)}
              aria-label={`Amount off in ${currency}`}
              inputMode="decimal"
              rightSection={currency}
              rightSectionWidth={48}
              value={reward.amount}
              onChange={event => change({ amount: event.currentTarget.value })}
            />
          )}
        </div>
        <TextInput
          {...field(`${path}.minSubtotal`)}
          label="On orders over"
          inputMode="decimal"
          placeholder="Any order"
          rightSection={currency}
          rightSectionWidth={48}
          value={reward.minSubtotal}
          onChange={event => change({ minSubtotal: event.currentTarget.value })}
        />
        <TextInput
          {...field(`${path}.expiresInDays`)}
          label="Good for"
          inputMode="numeric"
          placeholder="No end"
          rightSection="days"
          rightSectionWidth={48}
          value={reward.expiresInDays}
          onChange={event => change({ expiresInDays: event.currentTarget.value })}
        />
      </div>
      <SourceFields tier={tier} index={index} reward={reward} />
    </>
  );
}

function SourceFields({ tier, index, reward }: FieldsProps) {
  const change = useRewardEdit(tier, index);
  const field = useField();
  const pools = useCodePools().data ?? [];
  const shops = useConnectedShops().data;
  return (
    <div className={classes.row}>
      <Select
        label="Code from"
        data={[
          { value: 'shopify', label: 'Shopify, one made for each person' },
          { value: 'pool', label: 'A pool of codes you uploaded' },
        ]}
        allowDeselect={false}
        value={reward.source}
        onChange={source => change({ source: source === 'pool' ? 'pool' : 'shopify' })}
        className={classes.wide}
        description={
          reward.source === 'shopify' && shops?.length === 0
            ? 'No shop is connected: such codes wait until one is.'
            : undefined
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {reward.source === 'pool' && (
        <Select
          {...field(`tiers.${tier}.rewards.${index}.poolId`)}
          label="Pool"
          placeholder={pools.length === 0 ? 'No pool yet' : 'Choose a pool'}
          data={pools.map(({ id, name, left }) => ({ value: id, label: `${name} (${left} left)` }))}
          value={reward.poolId}
          onChange={poolId => change({ poolId })}
          searchable
          nothingFoundMessage="No pool of that name"
        />
      )}
    </div>
  );
}
