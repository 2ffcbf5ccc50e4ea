import type { IngestEvent } from '@cairn/contracts/http/ingest-event';
import { type Receipt, receipt } from '@cairn/contracts/http/ledger';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import { newId } from '@cairn/service-kit/events/derive';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import type { Sql } from '@cairn/service-kit/postgres/sql';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClient } from '../../out/services/service-client.js';

/** What an ambassador does in the portal, but for who they are and when. */
export type OwnActivity =
  | Pick<Extract<IngestEvent, { type: 'action.completed' }>, 'type' | 'data'>
  | Pick<Extract<IngestEvent, { type: 'campaign.joined' }>, 'type' | 'data'>;

/** What is to happen beside it. */
export interface AlongTheWay {
  /** In the transaction that draws the event's id, once an Idempotency-Key. */
  drawn?: (sql: Sql, eventId: string) => Promise<void>;
  /** It is accepted, for good. */
  accepted?: () => Promise<void>;
}

/** Sends what an ambassador does into the one way in, as an ordinary event (design.md §2). */
@Injectable()
export class SendActivity {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The event's id and time are drawn first, once an Idempotency-Key; then it is sent, again each time: its id makes it
   * count once.
   * @returns its receipt, `accepted` where it is not judged within two seconds.
   * @throws DomainError `invalid_event`, `rate_limited`, `unavailable`
   */
  async send(
    caller: Caller,
    activity: OwnActivity,
    along: AlongTheWay = {},
  ): Promise<{ eventId: string; receipt: Receipt }> {
    const { body } = await this.commands.run(caller, async sql => {
      const drawn = { eventId: `portal:${newId()}`, occurredAt: this.clock().toISOString() };
      await along.drawn?.(sql, drawn.eventId);
      return { body: drawn, mark: null };
    });
    const { eventId, occurredAt } = body;
    const ambassador = { id: caller.actor.id };
    const event = { id: eventId, occurredAt, ambassador, ...activity };
    await this.services.send('ingestion', caller, { method: 'POST', path: ['events'], body: event });
    await along.accepted?.();
    return { eventId, receipt: await this.receiptOf(caller, eventId, occurredAt) };
  }

  private async receiptOf(caller: Caller, eventId: string, at: string): Promise<Receipt> {
    try {
      return receipt.parse(await this.services.read('points', caller, ['receipts', eventId]));
    } catch (error) {
      // It is in Kafka, so it will be judged: whoever cannot be asked just now changes nothing of that.
      if (error instanceof DomainError) return { eventId, status: 'accepted', at };
      throw error;
    }
  }
}
