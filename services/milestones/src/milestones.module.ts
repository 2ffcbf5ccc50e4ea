import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { APP_CONTEXT, type AppContext } from './app/context.js';
import type { MilestonesConfig } from './config.js';
import { BrandsController } from './in/events/brands.controller.js';
import { EntriesController } from './in/events/entries.controller.js';
import { AmbassadorsController } from './in/http/ambassadors.controller.js';
import { ProgramsController } from './in/http/programs.controller.js';
import { SeriesController } from './in/http/series.controller.js';

@Module({
  controllers: [
    EntriesController,
    BrandsController,
    ProgramsController,
    AmbassadorsController,
    SeriesController,
  ],
  providers: [
    {
      provide: APP_CONTEXT,
      inject: [DataSource, CLOCK, CONFIG],
      useFactory: (db: DataSource, clock: Clock, config: MilestonesConfig): AppContext => ({
        db,
        clock,
        linkBaseUrl: config.LINK_BASE_URL,
      }),
    },
  ],
})
export class MilestonesModule {}
