import { Controller, Get, Header, Inject, NotFoundException } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { type BaseConfig, CONFIG } from '../config/base-config.js';
import { DomainError } from '../domain-error.js';
import { HttpDrain } from '../http/drain.js';
import { CONSUMER_GROUPS, type ConsumerGroups } from '../kafka/membership.js';
import { onPool } from '../postgres/sql.js';
import { registry } from '../telemetry/metrics.js';

/** Milliseconds of lag without progress after which the process is better started anew. */
const stuckAfter = 300_000;

/** Seconds that an event may wait in the outbox before the service calls itself not ready. */
const outboxLimit = 120;

const oldestInOutbox =
  'SELECT extract(epoch FROM clock_timestamp() - created_at)::float8 AS age FROM outbox ORDER BY id LIMIT 1';

@Controller()
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicator: HealthIndicatorService,
    @Inject(TypeOrmHealthIndicator) private readonly database: TypeOrmHealthIndicator,
    @Inject(CONSUMER_GROUPS) private readonly groups: ConsumerGroups,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: BaseConfig,
    @Inject(HttpDrain) private readonly drain: HttpDrain,
  ) {}

  /** The process makes progress while it has lag. */
  @Get('health/live')
  @HealthCheck()
  live() {
    return this.health.check([
      () => {
        const stuck = this.groups.stuck(stuckAfter);
        const check = this.indicator.check('progress');
        return stuck.length === 0 ? check.up() : check.down({ stuck });
      },
    ]);
  }

  /** It may take work: it is not stopping, database, group membership, outbox. */
  @Get('health/ready')
  @HealthCheck()
  ready() {
    if (this.drain.hasBegun) throw new DomainError('unavailable', 'This copy is stopping.');
    return this.health.check([
      () => this.database.pingCheck('postgres', { timeout: 2_000 }),
      () => {
        const outside = this.groups.outside();
        const check = this.indicator.check('kafka');
        return outside.length === 0 ? check.up() : check.down({ outside });
      },
      async () => {
        const [row] = await onPool(this.db).query<{ age: number }>(oldestInOutbox);
        const check = this.indicator.check('outbox');
        return (row?.age ?? 0) < outboxLimit
          ? check.up({ seconds: row?.age ?? 0 })
          : check.down({ seconds: row?.age });
      },
    ]);
  }

  @Get('metrics')
  @Header('content-type', registry.contentType)
  async metrics() {
    if (this.config.METRICS_PORT !== undefined) throw new NotFoundException();
    return await registry.metrics();
  }
}
