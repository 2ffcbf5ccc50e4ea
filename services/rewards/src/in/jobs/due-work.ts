import { DueWorkRunner } from '@cairn/service-kit/due-work/runner';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectStandin } from '../../app/connect-standin.js';
import { IssueCode } from '../../app/issue-code.js';
import { connectStandin, issueCode } from '../../domain/work.js';

/** What this service does later, and how much of it at once in one replica. */
@Injectable()
export class RewardsDueWork implements OnModuleInit {
  constructor(
    @Inject(DueWorkRunner) private readonly runner: DueWorkRunner,
    @Inject(IssueCode) private readonly issue: IssueCode,
    @Inject(ConnectStandin) private readonly connect: ConnectStandin,
  ) {}

  onModuleInit(): void {
    this.runner.register({
      kind: issueCode,
      concurrency: 16,
      // Four calls of ten seconds each, at the most, and a short wait before.
      leaseMs: 90_000,
      perform: work => this.issue.perform(work),
    });
    this.runner.register({
      kind: connectStandin,
      concurrency: 4,
      leaseMs: 30_000,
      perform: work => this.connect.perform(work),
    });
  }
}
