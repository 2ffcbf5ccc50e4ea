import { onPool } from '@cairn/service-kit/postgres/sql';
import { countedGauge } from '@cairn/service-kit/telemetry/counted-gauge';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countOpenDeadLetters } from '../../out/postgres/dead-letters.js';

/** The metric of the dead letters that wait to be looked at. */
@Injectable()
export class CountDeadLetters implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    countedGauge(
      {
        name: 'cairn_dead_letters_open',
        help: 'Dead letters that were not replayed, by the topic that they came from',
        label: 'topic',
      },
      async () => {
        const counts = await countOpenDeadLetters(onPool(this.db));
        return Object.fromEntries(counts.map(({ topic, count }) => [topic, count]));
      },
      this.logger,
    );
  }
}
