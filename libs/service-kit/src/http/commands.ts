import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../postgres/sql.js';
import type { Caller } from './caller.js';
import type { CommandAnswer } from './command-answer.js';
import { inCommand } from './in-command.js';
import { SERVICE_TOKENS, type ServiceTokens } from './service-tokens.js';

/** Runs the commands of a service's HTTP handlers: see {@link inCommand}. */
@Injectable()
export class Commands {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(SERVICE_TOKENS) private readonly tokens: ServiceTokens,
  ) {}

  async run<Body>(
    caller: Caller,
    work: (sql: Sql) => Promise<CommandAnswer<Body>>,
  ): Promise<CommandAnswer<Body>> {
    return await inCommand(this.db, caller, this.tokens.all, work);
  }
}
