import { receipt } from '@cairn/contracts/http/ledger';
import { pageOf } from '@cairn/contracts/http/page';
import {
  brandReceiptItem,
  type ReceiptQuery,
  type ReplayReceipts,
  receiptQuery,
  replayAnswer,
  replayProgress,
  replayReceipts,
} from '@cairn/contracts/http/replay';
import { eventId } from '@cairn/contracts/scalars';
import { DomainError } from '@cairn/service-kit/domain-error';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { onPool } from '@cairn/service-kit/postgres/sql';
import { Body, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { attributionsOf } from '../../../app/receipts/attributions.js';
import { brandReceiptItems } from '../../../app/receipts/brand-receipt-items.js';
import { type Call, ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** What points answers where more are replayed than are judged at once. */
const started = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), answer: replayAnswer }),
  z.object({ kind: z.literal('running'), id: z.uuid() }),
]);

/** Milliseconds: a thousand events are judged in one answer. */
const replayTimeout = 30_000;

/** What became of events, and the second chance of those that no series was live for (domain.md 2.7, 2.18). */
@AdminController('receipts')
export class ReceiptsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(ServiceClient) private readonly services: ServiceClient,
  ) {}

  @Get()
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(brandReceiptItem) },
    {
      summary: 'List receipts',
      operationId: 'listReceipts',
      description:
        'By reason or by ambassador, newest accepted first. `from` and `to` go by when the event happened.',
    },
  )
  async list(@Query(zodPipe(receiptQuery)) query: ReceiptQuery, @AdminCaller() caller: Caller) {
    const answer = await this.services.read('points', caller, ['receipts'], query);
    return await brandReceiptItems(onPool(this.db), caller.brandId, answer);
  }

  @Post('replay')
  @HttpCode(200)
  @Needs('admin:write')
  @Answers(
    { 200: replayAnswer, 202: replayProgress },
    {
      summary: 'Replay receipts',
      operationId: 'replayReceipts',
      description:
        'Judges events again that were refused for `no_live_series`, or with `preview` tells what that would do. ' +
        'Of more than 1,000 it answers 202 and goes on by itself: ask GET /receipts/replays/{id}.',
      problems: ['not_replayable', 'not_found'],
    },
  )
  async replay(
    @Body(zodPipe(replayReceipts)) body: ReplayReceipts,
    @AdminCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const call: Call = { method: 'POST', path: ['replays'], body, timeout: replayTimeout };
    const answer = started.parse((await this.services.command('points', caller, call)).body);
    if (answer.kind === 'answered') return answer.answer;
    void reply.status(202);
    return await this.services.read('points', caller, ['replays', answer.id]);
  }

  @Get('replays/:id')
  @Needs('admin:read')
  @Answers(
    { 200: replayProgress },
    {
      summary: 'Get a replay',
      operationId: 'getReplay',
      description: 'How far a replay of many events has come; once it is `done`, what it did or would do.',
    },
  )
  async progress(@Param('id', idParam('replay')) id: string, @AdminCaller() caller: Caller) {
    return await this.services.read('points', caller, ['replays', id]);
  }

  @Get(':eventId')
  @Needs('admin:read')
  @Answers(
    { 200: receipt },
    {
      summary: 'Get the receipt of an event',
      operationId: 'getReceipt',
      description:
        'Did it count, and why; of a sale that a shop told of also how it was found to be somebody’s. An id not seen yet is waited for up to 2 seconds.',
    },
  )
  async receipt(@Param('eventId') id: string, @AdminCaller() caller: Caller) {
    if (!eventId.safeParse(id).success) throw new DomainError('not_found', 'There is no event of this id.');
    // An event that is on its way is waited for, and its attribution is decided before it is judged.
    const answer = await this.services.read('points', caller, ['receipts', id]);
    const attributions = await attributionsOf(this.services, caller, [id]);
    const attribution = attributions.get(id);
    return { ...receipt.parse(answer), ...(attribution === undefined ? {} : { attribution }) };
  }
}
