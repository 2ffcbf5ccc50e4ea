import type { EventOf } from '@cairn/contracts/envelope';
import type { apiKeyChanged } from '@cairn/contracts/events/catalog/api-key-changed';
import type { brandChanged } from '@cairn/contracts/events/catalog/brand-changed';
import { topics } from '@cairn/contracts/topics';
import type { ChunkContext } from '@cairn/service-kit/kafka/chunk';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { keepBrandCopies } from '../../app/keep-brands.js';

/** catalog.brands: the copy that commands check against. */
@Controller()
export class BrandsController {
  @EventPattern<string>(topics.catalogBrands.topic)
  async handle(
    @Payload() events: EventOf<typeof brandChanged | typeof apiKeyChanged>[],
    @Ctx() { sql }: ChunkContext,
  ): Promise<void> {
    await keepBrandCopies(sql, events);
  }
}
