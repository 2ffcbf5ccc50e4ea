import { topics } from '@cairn/contracts/topics';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { CONSUMER_GROUPS, type ConsumerGroups } from '@cairn/service-kit/kafka/membership';
import { consumerLag } from '@cairn/service-kit/telemetry/metrics';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { StreamClock } from '../../domain/stream-clock.js';

/** Milliseconds between looks. */
const lookEvery = 1_000;

/**
 * Milliseconds after which a mail goes whatever the lag says: a replica keeps the last lag of a partition that it lost.
 */
const mostLost = 900_000;

/** How long messages have waited for rewards.events, as far as this replica could hear them (domain.md 5.1). */
@Injectable()
export class RewardsStream implements OnModuleInit, OnModuleDestroy {
  private readonly stream: StreamClock;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONSUMER_GROUPS) private readonly groups: ConsumerGroups,
  ) {
    this.stream = new StreamClock(clock().getTime());
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), lookEvery).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Milliseconds since `since` in which rewards.events was caught up. */
  waited(since: string, now: Date): number {
    const from = Date.parse(since);
    if (now.getTime() - from > mostLost) return now.getTime() - from;
    return this.stream.counted(from, now.getTime());
  }

  private async look(): Promise<void> {
    const { values } = await consumerLag.get();
    const isBehind = values.some(({ labels, value }) => labels.topic === topics.rewards.topic && value > 0);
    this.stream.look(this.clock().getTime(), !isBehind && this.groups.outside().length === 0);
  }
}
