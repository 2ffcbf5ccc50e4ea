import {
  type BulkFulfilment,
  bulkAnswer,
  bulkFulfilment,
  type CancelGrant,
  cancelGrant,
  type Fulfil,
  type FulfilmentExport,
  type FulfilmentQuery,
  fulfil,
  fulfilmentCounts,
  fulfilmentExport,
  fulfilmentQuery,
  type ReplaceGrant,
  replaceGrant,
} from '@cairn/contracts/http/fulfilment';
import { pageOf } from '@cairn/contracts/http/page';
import { fulfilmentItem } from '@cairn/contracts/http/reward-item';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Body, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { fulfilmentCsv } from '../../../app/fulfilment/fulfilment-csv.js';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** A body that may be left out. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, z.null(), z.undefined()]).transform((body): z.infer<Schema> => body ?? schema.parse({}));

const problems = ['wrong_status'];

/** What waits for a person, and what they did (domain.md 4.4, 4.7). Grants are rewards'. */
@AdminController('')
export class FulfilmentController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  @Get('fulfilment')
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(fulfilmentItem) },
    {
      summary: 'List the fulfilment queue',
      description: 'Without a status: everything that waits for somebody.',
    },
  )
  async list(@Query(zodPipe(fulfilmentQuery)) query: FulfilmentQuery, @AdminCaller() caller: Caller) {
    return await this.services.read('rewards', caller, ['fulfilment'], joined(query));
  }

  @Get('fulfilment/counts')
  @Needs('admin:read')
  @Answers({ 200: fulfilmentCounts }, { summary: 'Count the fulfilment queue' })
  async counts(@AdminCaller() caller: Caller) {
    return await this.services.read('rewards', caller, ['fulfilment', 'counts']);
  }

  @Get('fulfilment.csv')
  @Needs('admin:read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="fulfilment.csv"')
  @Answers(
    { 200: z.string() },
    {
      summary: 'Export the fulfilment queue',
      tags: ['Fulfilment'],
      contentTypes: { answer: 'text/csv' },
    },
  )
  async export(@Query(zodPipe(fulfilmentExport)) filters: FulfilmentExport, @AdminCaller() caller: Caller) {
    return await fulfilmentCsv(cursor =>
      this.services.read('rewards', caller, ['fulfilment'], { ...joined(filters), limit: 200, cursor }),
    );
  }

  @Post('fulfilment/bulk')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(
    { 200: bulkAnswer },
    {
      summary: 'Fulfil many rewards',
      operationId: 'bulkFulfilment',
      description: 'Each on its own: what cannot be done is listed in `refused` with its reason.',
    },
  )
  async bulk(@Body(zodPipe(bulkFulfilment)) body: BulkFulfilment, @AdminCaller() caller: Caller) {
    return await this.command(caller, ['bulk'], body);
  }

  @Post('fulfilment/:id/fulfil')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers({ 200: fulfilmentItem }, { summary: 'Fulfil a reward', problems })
  async fulfil(
    @Param('id', idParam('reward')) id: string,
    @Body(zodPipe(orNone(fulfil))) body: Fulfil,
    @AdminCaller() caller: Caller,
  ) {
    return await this.command(caller, [id, 'fulfil'], body);
  }

  @Post('fulfilment/:id/undo')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(
    { 200: fulfilmentItem },
    {
      summary: 'Undo a fulfilment',
      description: 'Within 24 hours.',
      problems: [...problems, 'undo_too_late'],
    },
  )
  async undo(@Param('id', idParam('reward')) id: string, @AdminCaller() caller: Caller) {
    return await this.command(caller, [id, 'undo'], {});
  }

  @Post('fulfilment/:id/release')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers({ 200: fulfilmentItem }, { summary: 'Release a held reward', problems })
  async release(@Param('id', idParam('reward')) id: string, @AdminCaller() caller: Caller) {
    return await this.command(caller, [id, 'release'], {});
  }

  @Post('fulfilment/:id/cancel')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers({ 200: fulfilmentItem }, { summary: 'Cancel a reward', problems })
  async cancel(
    @Param('id', idParam('reward')) id: string,
    @Body(zodPipe(orNone(cancelGrant))) body: CancelGrant,
    @AdminCaller() caller: Caller,
  ) {
    return await this.command(caller, [id, 'cancel'], body);
  }

  @Post('fulfilment/:id/retry')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers({ 200: fulfilmentItem }, { summary: 'Retry a reward', problems })
  async retry(@Param('id', idParam('reward')) id: string, @AdminCaller() caller: Caller) {
    return await this.command(caller, [id, 'retry'], {});
  }

  @Post('fulfilment/:id/replace')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers({ 200: fulfilmentItem }, { summary: 'Replace a reward by another', problems })
  async replace(
    @Param('id', idParam('reward')) id: string,
    @Body(zodPipe(replaceGrant)) body: ReplaceGrant,
    @AdminCaller() caller: Caller,
  ) {
    return await this.command(caller, [id, 'replace'], body);
  }

  private async command(caller: Caller, path: readonly string[], body: object) {
    const call = { method: 'POST' as const, path: ['fulfilment', ...path], body };
    return (await this.services.command('rewards', caller, call)).body;
  }
}

/** Statuses as one query parameter. */
function joined<Query extends { status?: string[] | undefined }>({ status, ...rest }: Query) {
  return { ...rest, status: status?.join(',') };
}
