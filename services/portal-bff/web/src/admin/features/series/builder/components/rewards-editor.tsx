import { Button, Menu } from '@mantine/core';
import { IconGift, IconPackage, IconPlus, IconShoppingBag, IconTicket } from '@tabler/icons-react';
import { rewardKinds } from '../../reward-kinds.js';
import { useTierEdit } from '../builder-context.js';
import { emptyReward, type RewardForm, type RewardKind } from '../form.js';
import { RewardEditor } from './reward-editor.js';
import classes from './tier-editor.module.css';

const MOST = 10;

const icons: Record<RewardKind, typeof IconGift> = {
  discount_code: IconTicket,
  shopify_product: IconShoppingBag,
  manual_product: IconPackage,
  custom: IconGift,
};

/** What a tier gives: none, one or several (domain.md 3.3). */
export function RewardsEditor({ tier, rewards }: { tier: number; rewards: readonly RewardForm[] }) {
  const change = useTierEdit(tier);
  const add = (type: RewardKind) =>
    change({ rewards: [...rewards, { ...emptyReward, type, key: crypto.randomUUID() }] });
  return (
    <fieldset className={classes.rewards}>
      <legend className={classes.legend}>Rewards</legend>
      {rewards.map((reward, index) => (
        <RewardEditor
          key={reward.key}
          tier={tier}
          index={index}
          reward={reward}
          onRemove={() => change({ rewards: rewards.filter(one => one.key !== reward.key) })}
        />
      ))}
      {rewards.length === 0 && <p className={classes.none}>This tier gives its medal alone.</p>}
      {rewards.length < MOST && (
        <Menu position="bottom-start" width={320} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              className={classes.add}
            >
              Add reward
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rewardKinds.map(({ kind, name, words }) => {
              const Icon = icons[kind];
              return (
                <Menu.Item
                  key={kind}
                  leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                  onClick={() => add(kind)}
                >
                  <span className={classes.kind}>
                    {name}
                    <span>{words}</span>
                  </span>
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  );
}
