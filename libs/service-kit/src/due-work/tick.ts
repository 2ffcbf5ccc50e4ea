import { setTimeout as wait } from 'node:timers/promises';
import { InjectQueue, Process, Processor } from '@nestjs/bull';
import { type BeforeApplicationShutdown, Inject, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bull';
import { LOGGER, type Logger } from '../telemetry/logger.js';
import { DueWorkRunner } from './runner.js';

export const tickQueue = 'due-work-tick';

/** Milliseconds that a stop waits for a connection that is still being made. */
const connectingPatience = 1_000;

/** Milliseconds between Bull's ticks. */
export const tickEvery = 1_000;

/** Bull's only task: to wake the due work. Redis may be down or emptied; then the runner's own poll does. */
@Processor(tickQueue)
export class DueWorkTick implements OnModuleInit, BeforeApplicationShutdown {
  constructor(
    @InjectQueue(tickQueue) private readonly queue: Queue,
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.queue.on('error', error => this.logger.debug({ err: error }, 'the tick is away; the poll goes on'));
    const repeat = { every: tickEvery };
    this.queue
      .add({}, { repeat, jobId: tickQueue, removeOnComplete: true, removeOnFail: true })
      .catch(error => this.logger.warn({ err: error }, 'the tick could not be set up; the poll goes on'));
  }

  /**
   * Bull's close does not wait for what its `process` began by itself, and closes the connections under it: nobody would hear
   * of that rejection, which ends the process.
   */
  async beforeApplicationShutdown(): Promise<void> {
    const { _initializingProcess: begun } = this.queue as { _initializingProcess?: Promise<unknown> };
    const ready = Promise.all([this.queue.isReady(), begun]).catch(() => undefined);
    await Promise.race([ready, wait(connectingPatience, undefined, { ref: false })]);
  }

  @Process()
  tick(): void {
    this.runner.wake();
  }
}
