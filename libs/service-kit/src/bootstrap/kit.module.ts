import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Kafka } from 'kafkajs';
import { DataSource } from 'typeorm';
import { CLOCK, systemClock } from '../clock.js';
import { type BaseConfig, CONFIG } from '../config/base-config.js';
import { DueWorkRunner } from '../due-work/runner.js';
import { DueWorkTick, tickQueue } from '../due-work/tick.js';
import { HealthController } from '../health/health.controller.js';
import { AppliedController } from '../http/applied.controller.js';
import { Commands } from '../http/commands.js';
import { HttpDrain } from '../http/drain.js';
import { SERVICE_TOKENS, ServiceTokens } from '../http/service-tokens.js';
import { createKafka } from '../kafka/client.js';
import { kafkaConnection } from '../kafka/connection.js';
import { CONSUMER_GROUPS, type ConsumerGroups } from '../kafka/membership.js';
import { dataSourceOptions } from '../postgres/data-source.js';
import { LOGGER, type Logger } from '../telemetry/logger.js';

export interface KitOptions {
  service: string;
  config: BaseConfig;
  databaseUrl: string;
  logger: Logger;
  groups: ConsumerGroups;
  drain: HttpDrain;
  /** Aborted where the start is to be given up. */
  asked: AbortSignal;
}

/** What every service gets by injection: config, logger, clock, database, Kafka, due work, commands, health, barrier. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's form of a module that is made with values.
export class KitModule {
  static with({ service, config, databaseUrl, logger, groups, drain, asked }: KitOptions): DynamicModule {
    return {
      module: KitModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(
            databaseUrl,
            config.DATABASE_POOL,
            service,
            Math.floor(config.KAFKA_SESSION_TIMEOUT * 0.3),
          ),
          retryAttempts: 20,
          retryDelay: 1_000,
          toRetry: () => !asked.aborted,
        }),
        BullModule.forRoot({ url: config.REDIS_URL, prefix: `cairn:${service}` }),
        BullModule.registerQueue({ name: tickQueue }),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, AppliedController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: CLOCK, useValue: systemClock },
        { provide: CONSUMER_GROUPS, useValue: groups },
        { provide: HttpDrain, useValue: drain },
        { provide: SERVICE_TOKENS, useFactory: () => new ServiceTokens(config, logger) },
        {
          provide: Kafka,
          useFactory: () => createKafka(kafkaConnection(config), `cairn-${service}`, logger),
        },
        {
          provide: DueWorkRunner,
          useFactory: (db: DataSource) => new DueWorkRunner(db, logger),
          inject: [DataSource],
        },
        DueWorkTick,
        Commands,
      ],
      exports: [CONFIG, LOGGER, CLOCK, CONSUMER_GROUPS, SERVICE_TOKENS, Kafka, DueWorkRunner, Commands],
    };
  }
}
