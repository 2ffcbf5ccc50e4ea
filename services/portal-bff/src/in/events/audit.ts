import type { EventOf } from '@cairn/contracts/envelope';
import type { auditRecorded } from '@cairn/contracts/events/audit-recorded';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { saveAuditEntries } from '../../out/postgres/audit-log.js';

@Controller()
export class AuditConsumer {
  @EventPattern<string>(topics.audit.topic)
  async handle(
    @Payload() events: EventOf<typeof auditRecorded>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await saveAuditEntries(sql, events);
  }
}
