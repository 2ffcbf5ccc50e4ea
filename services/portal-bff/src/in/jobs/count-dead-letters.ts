import { onPool } from '@cairn/service-kit/postgres/sql';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import { registry } from '@cairn/service-kit/telemetry/metrics';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { countOpenDeadLetters } from '../../out/postgres/dead-letters.js';

const name = 'cairn_dead_letters_open';

/** The metric of the dead letters that wait to be looked at; counted when it is read, so every replica says the same. */
@Injectable()
export class CountDeadLetters implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const count = () => countOpenDeadLetters(onPool(this.db));
    const { logger } = this;
    // A second application in the process, as tests have it, takes the name over.
    registry.removeSingleMetric(name);
    new Gauge({
      name,
      help: 'Dead letters that were not replayed, by the topic that they came from',
      labelNames: ['topic'],
      registers: [registry],
      async collect() {
        try {
          const counts = await count();
          this.reset();
          for (const { topic, count } of counts) this.set({ topic }, count);
        } catch (error) {
          logger.warn({ err: error }, 'dead letters could not be counted: the metric stays as it was');
        }
      },
    });
  }
}
