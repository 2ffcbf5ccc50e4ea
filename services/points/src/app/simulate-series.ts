import type { Simulated, SimulationRequest } from '@cairn/contracts/http/simulation';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import {
  type SimulatedClimb,
  type SimulatedRow,
  type SimulatedSeries,
  simulateClimb,
} from '../domain/simulation.js';
import {
  countAmbassadors,
  drawAmbassadors,
  type SimulatedPerson,
  simulatedPeople,
  simulatedRows,
} from '../out/postgres/simulation-rows.js';
import { checkPrograms } from './preconditions.js';

const dayMs = 86_400_000;

/** Ambassadors looked at in one statement: their rows lie where they may, and a disk that is slow reads each by itself. */
const pageSize = 200;

/** Ambassadors looked at in all; of more, a sample of about so many. */
const mostLookedAt = 100_000;

/** How much is looked at of a brand: all of it, unless it has more ambassadors, or the time is up before. */
export interface Effort {
  most?: number;
  isTimeUp?: () => boolean;
}

/**
 * What a draft series would have done with the brand's real ledger: where everybody would stand, how long the way to each
 * tier takes, how often each unlocks (domain.md 3.4 to 3.7). Rows of its programs count, in its period, as if it had been
 * live without a pause; what earned nothing for want of a live series is in no ledger, and counts nothing here.
 * @param effort of what is not looked at, a sample stands for it, with every count scaled up.
 * @throws DomainError `not_found` where one of the programs is not the brand's.
 */
export async function simulateSeries(
  sql: Sql,
  brandId: string,
  request: SimulationRequest,
  { most = mostLookedAt, isTimeUp = () => false }: Effort = {},
): Promise<Simulated> {
  await checkPrograms(sql, brandId, request.programIds);
  const of = await countAmbassadors(sql, brandId);
  const drawn = await drawAmbassadors(sql, brandId, Math.max(1, Math.ceil(of / most)));
  const tally = new Tally(request);
  let lookedAt = 0;
  do {
    const page = drawn.slice(lookedAt, lookedAt + pageSize);
    await tallyPage(sql, request, await simulatedPeople(sql, page), tally);
    lookedAt += page.length;
  } while (lookedAt < drawn.length && !isTimeUp());
  const isWhole = lookedAt >= of;
  const scale = isWhole || lookedAt === 0 ? 1 : of / lookedAt;
  return { ...tally.told(scale), sample: isWhole ? null : { ambassadors: lookedAt, of } };
}

async function tallyPage(
  sql: Sql,
  { programIds, startsAt, endsAt, thresholds, completion }: SimulationRequest,
  people: readonly SimulatedPerson[],
  tally: Tally,
): Promise<void> {
  const ids = people.map(person => person.ambassadorId);
  const byId = new Map(people.map(person => [person.ambassadorId, person]));
  const series: SimulatedSeries = { thresholds, completion };
  for (const { ambassadorId, rows } of await simulatedRows(sql, ids, programIds, {
    from: startsAt,
    to: endsAt,
  })) {
    const climbed = rowsOf(rows);
    const { memberships } = byId.get(ambassadorId)!;
    const joined = memberships.find(membership => programIds.includes(membership.programId));
    const began = joined === undefined ? climbed[0]!.at : Date.parse(joined.from);
    const opened = startsAt === null ? began : Date.parse(startsAt);
    tally.count(simulateClimb(climbed, series), Math.max(began, opened));
  }
}

function rowsOf(text: string): SimulatedRow[] {
  return text.split(',').map(row => {
    const space = row.indexOf(' ');
    return { available: Number(row.slice(0, space)), at: Number(row.slice(space + 1)) };
  });
}

/** Counts climbs one by one. */
class Tally {
  private participants = 0;
  private belowFirst = 0;
  private completions = 0;
  private promoted = 0;
  private readonly tiers: { standing: number; reached: number; unlocks: number; days: number[] }[];

  constructor({ thresholds }: SimulationRequest) {
    this.tiers = thresholds.map(() => ({ standing: 0, reached: 0, unlocks: 0, days: [] }));
  }

  /** @param began milliseconds since the epoch. */
  count(climb: SimulatedClimb, began: number): void {
    this.participants++;
    this.completions += climb.completions;
    if (climb.promoted) this.promoted++;
    if (climb.standing === -1) this.belowFirst++;
    else this.tiers[climb.standing]!.standing++;
    this.tiers.forEach((tier, place) => {
      tier.unlocks += climb.unlocks[place]!;
      const at = climb.firstAt[place] ?? null;
      if (at === null) return;
      tier.reached++;
      tier.days.push(Math.max(0, at - began) / dayMs);
    });
  }

  /** @param scale what one that was looked at stands for. */
  told(scale: number): Omit<Simulated, 'sample'> {
    const scaled = (count: number) => Math.round(count * scale);
    return {
      participants: scaled(this.participants),
      belowFirst: scaled(this.belowFirst),
      completions: scaled(this.completions),
      promoted: scaled(this.promoted),
      tiers: this.tiers.map(tier => ({
        standing: scaled(tier.standing),
        reached: scaled(tier.reached),
        unlocks: scaled(tier.unlocks),
        days: tier.days.length === 0 ? null : quantiles(tier.days),
      })),
    };
  }
}

/** By the nearest rank, in tenths of a day. */
function quantiles(days: number[]): { median: number; p90: number } {
  const sorted = Float64Array.from(days).sort();
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1]! * 10) / 10;
  return { median: at(0.5), p90: at(0.9) };
}
