import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { type DeadLetterRecord, deadLettersPattern } from '@cairn/service-kit/kafka/dead-letter-reader';
import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { keepLetters } from '../../app/dead-letters/keep-letters.js';

/** What any service could not process. */
@Controller()
export class DeadLettersConsumer {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @EventPattern<string>(deadLettersPattern)
  async handle(@Payload() letters: DeadLetterRecord[], @Ctx() { sql }: ChunkContext): Promise<void> {
    await keepLetters(sql, letters, this.clock());
  }
}
