import type { EventOf } from '@cairn/contracts/envelope';
import type { adjustmentPosted } from '@cairn/contracts/events/points/adjustment-posted';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import type { AdjustmentState } from '../../domain/home/rows.js';
import { saveActivity } from '../../out/postgres/read-model/activity.js';
import { touchHomes } from '../../out/postgres/read-model/touch-homes.js';

/** "Lately" from adjustments (domain.md 2.10): each is one line, which never changes. */
export async function applyAdjustments(
  sql: Sql,
  events: readonly EventOf<typeof adjustmentPosted>[],
): Promise<void> {
  const once = [...new Map(events.map(event => [event.data.entryId, event])).values()];
  const lines = once.map(event => ({ ...event, data: lineOf(event.data) }));
  await touchHomes(sql, await saveActivity(sql, lines));
}

/** In the shape of a receipt, so that whoever reads lines reads these too. */
function lineOf(data: EventOf<typeof adjustmentPosted>['data']): AdjustmentState {
  const { eventId, ambassadorId, entryId, points, reason: note, occurredAt } = data;
  return {
    eventId,
    ambassadorId,
    activity: 'adjustment',
    status: points > 0 ? 'awarded' : 'reversed',
    reason: null,
    points,
    entryId,
    subject: null,
    order: null,
    occurredAt,
    at: occurredAt,
    availableAt: null,
    note,
  };
}
