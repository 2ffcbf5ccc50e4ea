import { catalogStreams } from '@cairn/contracts/topics';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { waitUntilApplied } from '../catalog/barrier.js';
import { onPool } from '../postgres/sql.js';
import { ServiceTokenGuard } from './service-token.guard.js';
import { zodPipe } from './zod-pipe.js';

const query = z.object({
  brand: z.uuid(),
  stream: z.enum(catalogStreams),
  min: z.coerce.number().int().min(0),
  waitMs: z.coerce.number().int().min(0).max(10_000).default(5_000),
});

/** The catalog barrier's question: has this service applied this brand's stream up to `min`? (design.md §3) */
@Controller('internal/applied')
@UseGuards(ServiceTokenGuard)
export class AppliedController {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  @Get()
  async applied(@Query(zodPipe(query)) asked: z.infer<typeof query>) {
    return {
      applied: await waitUntilApplied(onPool(this.db), asked.brand, asked.stream, asked.min, asked.waitMs),
    };
  }
}
