import {
  type DeadLetterItem,
  type DeadLetterQuery,
  deadLetterItem,
  deadLetterQuery,
  replayDeadLetter,
} from '@cairn/contracts/http/dead-letter';
import { pageOf as pageSchema } from '@cairn/contracts/http/page';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { Commands } from '@cairn/service-kit/http/commands';
import { decodeCursor, pageOf } from '@cairn/service-kit/http/cursor';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { brandScope } from '../../../app/auth/platform.js';
import { letterText } from '../../../app/dead-letters/letter-text.js';
import { replayLetter } from '../../../app/dead-letters/replay-letter.js';
import { type DeadLetter, findDeadLetter, listDeadLetters } from '../../../out/postgres/dead-letters.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

const cursorKey = z.tuple([z.iso.datetime(), z.uuid()]);

/** A replay without a body sends the message as it was. */
const replayBody = replayDeadLetter.nullish().transform(body => body ?? {});

/** Messages that a service could not process: the brand's own; all of them with the platform token. */
@AdminController('dlq')
export class DeadLettersController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  /** A message over 64 KB is null here: it is read by itself. */
  @Get()
  @Needs('platform-or-read')
  @Answers(
    { 200: pageSchema(deadLetterItem) },
    {
      summary: 'List dead letters',
      description: 'Messages that a service could not process. `value` is null here where it is over 64 KB.',
    },
  )
  async list(
    @Query(zodPipe(deadLetterQuery)) { limit, cursor, status, topic }: DeadLetterQuery,
    @AdminCaller() caller: Caller,
  ) {
    const before = decodeCursor(cursor, cursorKey);
    const filter = { replayed: status === 'replayed', topic: topic ?? null };
    const sql = onPool(this.db);
    const letters = await listDeadLetters(sql, brandScope(caller), filter, before, limit + 1);
    return pageOf(letters, limit, shown, letter => [letter.at, letter.id]);
  }

  @Get(':id')
  @Needs('platform-or-read')
  @Answers({ 200: deadLetterItem }, { summary: 'Get a dead letter' })
  async read(@Param('id', idParam('dead letter')) id: string, @AdminCaller() caller: Caller) {
    const letter = await findDeadLetter(onPool(this.db), brandScope(caller), id);
    if (letter !== undefined) return shown(letter);
    throw new DomainError('not_found', 'There is no dead letter with this id: check the id.');
  }

  @Post(':id/replay')
  @HttpCode(200)
  @Needs('platform-or-write')
  @Answers(
    { 200: deadLetterItem },
    {
      summary: 'Replay a dead letter',
      description: 'As it was, or mended: `value` is the whole message.',
      problems: [
        'already_replayed',
        'undecodable',
        'unknown_type',
        'unknown_topic',
        'other_brand',
        'superseded',
      ],
    },
  )
  async replay(
    @Param('id', idParam('dead letter')) id: string,
    @Body(zodPipe(replayBody)) body: z.infer<typeof replayBody>,
    @AdminCaller() caller: Caller,
  ) {
    const replayed = await this.commands.run(caller, async sql => {
      const { body: letter, mark } = await replayLetter(sql, caller, id, body, this.clock());
      return { body: shown(letter), mark };
    });
    return replayed.body;
  }
}

function shown(letter: DeadLetter): DeadLetterItem {
  const { id, topic, partition, offset, key, consumer, reason, error, at, replayedAt } = letter;
  return {
    id,
    topic,
    partition,
    offset: offset === null ? null : String(offset),
    key,
    consumer: consumer === '' ? null : consumer,
    reason,
    error,
    value: letterText(letter.value),
    status: replayedAt === null ? 'open' : 'replayed',
    at,
    replayedAt,
  };
}
