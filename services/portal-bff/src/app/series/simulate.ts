import {
  type Simulated,
  type SimulateSeries,
  type Simulation,
  type SimulationRequest,
  simulated,
} from '@cairn/contracts/http/simulation';
import type { Caller } from '@cairn/service-kit/http/caller';
import type { ServiceClient } from '../../out/services/service-client.js';

/** Milliseconds: points reads the rows of up to 100,000 ambassadors. */
const patience = 60_000;

/**
 * What a draft series would have done with the brand's real ledger: points computes it over its own rows, the costs are
 * those of the draft's rewards.
 * @param currency the brand's, which costs are in.
 * @throws DomainError `not_found` where one of the programs is not the brand's.
 */
export async function simulateSeries(
  services: ServiceClient,
  caller: Caller,
  draft: SimulateSeries,
  currency: string,
): Promise<Simulation> {
  const { programIds, startsAt, endsAt, completion, tiers } = draft;
  const thresholds = tiers.map(tier => tier.threshold);
  const body: SimulationRequest = { programIds, startsAt, endsAt, completion, thresholds };
  const call = { method: 'POST' as const, path: ['simulations'], body, timeout: patience };
  return priced(simulated.parse(await services.send('points', caller, call)), draft, currency);
}

/** Each tier's cost: how often it unlocks times what its rewards cost, minor units. */
export function priced(
  told: Simulated,
  { tiers }: Pick<SimulateSeries, 'tiers'>,
  currency: string,
): Simulation {
  const pricedTiers = tiers.map(({ name, threshold, rewards }, place) => {
    const of = told.tiers[place]!;
    const costs = rewards.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
    const cost = costs.length === 0 ? null : of.unlocks * costs.reduce((sum, one) => sum + one, 0);
    return { name, threshold, ...of, cost };
  });
  return {
    ...told,
    tiers: pricedTiers,
    cost: {
      currency,
      total: pricedTiers.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
      withoutCost: tiers.flatMap(tier => tier.rewards).filter(({ cost }) => cost === undefined).length,
    },
  };
}
