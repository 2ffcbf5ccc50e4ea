import type { TrustedAmbassador } from '@cairn/contracts/http/ambassador';
import type { LedgerItem, ReceiptItem } from '@cairn/contracts/http/ledger';
import type { Balance, Progress, UnlockItem } from '@cairn/contracts/http/progress';
import type { FulfilmentItem, RewardItem } from '@cairn/contracts/http/reward-item';
import type { SubmissionItem } from '@cairn/contracts/http/submission';
import type { WorldBrand } from './world-brand.js';

/** What a brand shows of one person, in words that do not depend on ids, instants of posting or `seq`. */
interface PersonOutcome {
  balance: string;
  progress: string[];
  ledger: string[];
  receipts: string[];
  unlocks: string[];
  rewards: string[];
  submissions: string[];
  programs: string[];
  trust: string;
}

interface Outcome {
  people: Record<string, PersonOutcome>;
  /** Of events that are nobody's. */
  receipts: string[];
  answers: readonly string[];
}

/** What the API shows, to be compared, and as it was read. */
export interface Seen {
  outcome: Outcome;
  raw: Map<string, { ledger: LedgerItem[]; unlocks: UnlockItem[]; balance: Balance; of: TrustedAmbassador }>;
}

export async function seen(brand: WorldBrand): Promise<Seen> {
  const raw: Seen['raw'] = new Map();
  const people: Outcome['people'] = {};
  const told = new Set<string>();
  const held = new Map(
    (await brand.all<FulfilmentItem>('/fulfilment')).map(item => [item.id, item.heldBecause]),
  );
  for (const [name, id] of brand.ambassadors) {
    const path = `/ambassadors/${id}`;
    const [of, balance, progress, ledger, receipts, unlocks, rewards, submissions] = await Promise.all([
      brand.admin<TrustedAmbassador>('GET', path),
      brand.admin<Balance>('GET', `${path}/balance`),
      brand.admin<Progress>('GET', `${path}/progress`),
      brand.all<LedgerItem>(`${path}/ledger`),
      brand.all<ReceiptItem>(`${path}/receipts`),
      brand.all<UnlockItem>(`${path}/unlocks`),
      brand.all<RewardItem>(`${path}/rewards`),
      brand.all<SubmissionItem>(`/submissions?ambassadorId=${id}`),
    ]);
    raw.set(name, { ledger, unlocks, balance, of });
    for (const { eventId } of receipts) told.add(eventId);
    people[name] = {
      balance: `${balance.available} and ${balance.pending} pending`,
      progress: progressLines(progress),
      ledger: ledger.map(row => brand.named(ledgerLine(row))).sort(),
      receipts: receipts
        .filter(of => !of.eventId.startsWith('adjustment:'))
        .map(receiptLine)
        .sort(),
      unlocks: unlocks.map(unlockLine).sort(),
      rewards: rewards.map(item => rewardLine(item, held.get(item.id))).sort(),
      submissions: submissions
        .map(item => `${item.eventId} ${item.kind} ${item.status} ${item.points}`)
        .sort(),
      programs: of.memberships.map(({ programId }) => brand.named(programId)),
      trust: `${of.trust} by ${of.trustSetBy}`,
    };
  }
  const events = brand.world.turns.flatMap(turn => [...turn.queues.flat(), ...turn.contested]);
  const others = events.filter(event => !told.has(event.id));
  const receipts = await Promise.all(others.map(async ({ id }) => receiptLine(await brand.receiptOf(id))));
  return { outcome: { people, receipts: receipts.sort(), answers: brand.answers }, raw };
}

function ledgerLine({
  kind,
  eventId,
  pendingDelta,
  availableDelta,
  seriesId,
  programId,
  rule,
  reason,
}: LedgerItem) {
  const event = eventId.startsWith('adjustment:') ? 'adjustment' : eventId;
  const of = `in ${programId}, ${seriesId}`;
  return `${event} ${kind} ${pendingDelta} pending ${availableDelta} ${of} by ${JSON.stringify(rule)} ${reason ?? ''}`;
}

function receiptLine({
  eventId,
  status,
  reason,
  points,
}: Pick<ReceiptItem, 'eventId' | 'status' | 'reason' | 'points'>) {
  return [eventId, status, reason, points].filter(of => of !== undefined).join(' ');
}

/**
 * What Cairn gives by itself is given or, where a deficit came first, held (domain.md 3.6): which of them is a matter of
 * seconds, whatever the batches.
 */
function rewardLine({ tier, cycle, type, status }: RewardItem, heldBecause: string | undefined): string {
  const raced = status === 'issued' || (type === 'discount_code' && heldBecause === 'deficit');
  const now = raced ? ['issued, unless in a deficit'] : [status, heldBecause].filter(of => of !== undefined);
  return [tier.name, `cycle ${cycle}`, type, ...now].join(', ');
}

export function unlockLine({ series, cycle, tier }: UnlockItem): string {
  return `${series.name}, cycle ${cycle}, ${tier.name}`;
}

function progressLines({
  program,
  series,
  cycle,
  points,
  pending,
  currentTier,
  nextTier,
  tiers,
}: Progress): string[] {
  return [
    `${program?.name}, ${series?.name}, cycle ${cycle}: ${points} and ${pending} pending`,
    `from ${currentTier?.name} to ${nextTier?.name}, ${nextTier?.missing} missing`,
    ...tiers.map(({ name, threshold, unlockedAt, deficit }) =>
      [name, threshold, unlockedAt === null ? 'locked' : 'unlocked', deficit].join(' '),
    ),
  ];
}
