import { CONFIG } from '@cairn/service-kit/config/base-config';
import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SendMessage, sendingLease } from '../../app/send-message.js';
import type { NotificationsConfig } from '../../config.js';
import { sendMessage } from '../../domain/message.js';

/** What this service does later, and how much of it at once in one replica. */
@Injectable()
export class NotificationsDueWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(SendMessage) private readonly send: SendMessage,
    @Inject(CONFIG) private readonly config: NotificationsConfig,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: sendMessage,
      // A connection each: a mail that queues inside the pool would use up its lease.
      concurrency: this.config.SMTP_CONNECTIONS,
      leaseMs: sendingLease + 10_000,
      perform: work => this.send.perform(work),
    });
  }
}
