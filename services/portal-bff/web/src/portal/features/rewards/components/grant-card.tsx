import type { RewardCard } from '@cairn/contracts/http/home';
import type { Medal } from '@cairn/contracts/medal';
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Pebble } from '../../../../shared/features/cairn/components/pebble.js';
import { CopyButton } from '../../../../shared/features/clipboard/components/copy-button.js';
import { useChangeProps } from '../../../../shared/features/looking/looking.js';
import { When } from '../../../../shared/features/wording/components/when.js';
import type { Reader } from '../../../../shared/features/wording/dates.js';
import { grantWords, hasExpired, isUsable } from '../grant-words.js';
import { ClaimDialog } from './claim-dialog.js';
import classes from './rewards.module.css';

interface GrantCardProps {
  reward: RewardCard;
  brand: string;
  reader: Reader;
  /** The tier's stone; null where the tier has left the series. */
  stone: { medal: Medal; index: number } | null;
  /** The ambassador's name, for a parcel. */
  name: string;
}

/** One reward: from which tier, what it is, its code to copy, and where it stands in words. */
export function GrantCard({ reward, brand, reader, stone, name }: GrantCardProps) {
  const usable = isUsable(reward, reader.now);
  return (
    <article
      className={classes.card}
      data-faded={reward.status === 'cancelled' || hasExpired(reward.expiresAt, reader.now)}
    >
      <div className={classes.top}>
        {stone && <Pebble {...stone} />}
        <div className={classes.words}>
          <h3 className={classes.title}>{reward.title}</h3>
          <p className={classes.tier}>
            {reward.tier.name}
            {reward.cycle > 1 && `, round ${reward.cycle}`}
          </p>
        </div>
      </div>
      {reward.code && reward.status === 'issued' && (
        <div className={classes.code}>
          <code>{reward.code}</code>
          {usable && <CopyButton value={reward.code} what="code" variant="default" size="sm" />}
        </div>
      )}
      {reward.status === 'pending' && reward.type === 'discount_code' && (
        <div className={classes.code} aria-hidden="true">
          <Skeleton height={16} width={150} radius="sm" my={11} />
        </div>
      )}
      {reward.status === 'claimable' && <ClaimButton reward={reward} reader={reader} name={name} />}
      <p className={classes.status}>
        <GrantStanding reward={reward} brand={brand} reader={reader} />
      </p>
    </article>
  );
}

function ClaimButton({ reward, reader, name }: Pick<GrantCardProps, 'reward' | 'reader' | 'name'>) {
  const [opened, dialog] = useDisclosure(false);
  const change = useChangeProps();
  return (
    <>
      <Button mt={12} size="md" fullWidth {...change} onClick={dialog.open}>
        Say where it should go
      </Button>
      <ClaimDialog
        reward={reward}
        name={name}
        locale={reader.locale}
        opened={opened}
        onClose={dialog.close}
      />
    </>
  );
}

function GrantStanding({ reward, brand, reader }: Pick<GrantCardProps, 'reward' | 'brand' | 'reader'>) {
  if (reward.expiresAt === null || reward.status !== 'issued') return grantWords(reward, brand);
  if (hasExpired(reward.expiresAt, reader.now)) {
    return (
      <>
        Ran out <When instant={reward.expiresAt} reader={reader} />.
      </>
    );
  }
  return (
    <>
      Ready to use until <When instant={reward.expiresAt} reader={reader} as="day" />.
    </>
  );
}
