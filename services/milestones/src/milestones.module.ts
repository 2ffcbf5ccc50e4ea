import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONFIG } from '@cairn/service-kit/config/base-config';
import { Commands } from '@cairn/service-kit/http/commands';
import { Module, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { APP_CONTEXT, type AppContext } from './app/context.js';
import type { MilestonesConfig } from './config.js';
import { BrandsController } from './in/events/brands.controller.js';
import { EntriesController } from './in/events/entries.controller.js';
import { RecallController } from './in/events/recall.controller.js';
import { AmbassadorsController } from './in/http/ambassadors.controller.js';
import { ProgramsController } from './in/http/programs.controller.js';
import { SeriesController } from './in/http/series.controller.js';
import { CountParked } from './in/jobs/count-parked.js';
import { MilestonesWork } from './in/jobs/milestones-work.js';

export const milestonesProviders: Provider[] = [
  {
    provide: APP_CONTEXT,
    inject: [DataSource, CLOCK, CONFIG, Commands],
    useFactory: (db: DataSource, clock: Clock, config: MilestonesConfig, commands: Commands): AppContext => ({
      db,
      clock,
      linkBaseUrl: config.LINK_BASE_URL,
      commands,
    }),
  },
  MilestonesWork,
  CountParked,
];

export const milestonesHttp = [ProgramsController, AmbassadorsController, SeriesController];

@Module({
  controllers: [EntriesController, BrandsController, RecallController, ...milestonesHttp],
  providers: milestonesProviders,
})
export class MilestonesModule {}
