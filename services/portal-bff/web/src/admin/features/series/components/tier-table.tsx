import type { SeriesStanding, SeriesView } from '@cairn/contracts/http/series';
import { Pebble } from '../../../../shared/features/cairn/components/pebble.js';
import { spokenPoints } from '../../../../shared/features/wording/numbers.js';
import { useBrandSettings, useCodePools, useConnectedShops, useVariants } from '../../api/catalog.js';
import { rewardLine } from '../reward-words.js';
import { variantNumber } from '../variant-number.js';
import classes from './tier-table.module.css';

interface TierTableProps {
  series: SeriesView;
  /** Undefined while it is not known, and for a draft. */
  standing: SeriesStanding | undefined;
  locale: string;
}

/** The tiers, highest first: stone, threshold, rewards in words, and how many have reached each. */
export function TierTable({ series, standing, locale }: TierTableProps) {
  const brand = useBrandSettings().data;
  const promised = series.tiers.flatMap(tier => tier.rewards);
  const products = useVariants(
    useConnectedShops().data?.[promised.some(reward => reward.type === 'shopify_product') ? 0 : -1]?.id,
    '',
  );
  const sources = {
    currency: brand?.currency ?? 'USD',
    exponent: brand?.currencyExponent ?? 2,
    pools: new Map((useCodePools().data ?? []).map(({ id, name }) => [id, name])),
    products: new Map((products.data?.items ?? []).map(({ id, title }) => [variantNumber(id), title])),
  };
  if (series.tiers.length === 0) return <p className={classes.none}>No tiers yet.</p>;
  const participants = standing?.participants ?? 0;
  return (
    <table className={classes.table} aria-label="Tiers">
      <thead>
        <tr>
          <th scope="col">Tier</th>
          <th scope="col" className={classes.number}>
            Threshold
          </th>
          <th scope="col">Rewards</th>
          <th scope="col" className={classes.reached}>
            Reached by
          </th>
        </tr>
      </thead>
      <tbody>
        {series.tiers
          .map((tier, index) => ({ tier, index }))
          .toReversed()
          .map(({ tier, index }) => {
            const unlocked = standing?.tiers.find(one => one.id === tier.id)?.unlocked;
            return (
              <tr key={tier.id}>
                <th scope="row">
                  <span className={classes.tier}>
                    <Pebble medal={tier.medal} index={index} width={40} />
                    <span>
                      <span className={classes.name}>{tier.name}</span>
                      {tier.description && <span className={classes.dim}>{tier.description}</span>}
                    </span>
                  </span>
                </th>
                <td className={classes.number}>{spokenPoints(tier.threshold, locale)}</td>
                <td>
                  {tier.rewards.length === 0 && <span className={classes.dim}>The medal alone</span>}
                  {tier.rewards.map((reward, place) => {
                    const { what, how } = rewardLine(reward, sources);
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a reward's place is its name
                      <div key={place} className={classes.reward}>
                        {what} <span className={classes.dim}>{how}</span>
                      </div>
                    );
                  })}
                </td>
                <td className={classes.reached}>
                  {unlocked === undefined ? (
                    <span className={classes.dim}>{series.status === 'draft' ? 'Nobody yet' : '…'}</span>
                  ) : (
                    <span className={classes.share}>
                      <span className={classes.bar} aria-hidden="true">
                        <span style={{ width: `${participants ? (unlocked / participants) * 100 : 0}%` }} />
                      </span>
                      {spokenPoints(unlocked, locale)}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
