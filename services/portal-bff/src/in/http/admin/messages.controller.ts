import {
  type MessageQuery,
  messageCounts,
  messageItem,
  messageQuery,
} from '@cairn/contracts/http/message-item';
import { pageOf } from '@cairn/contracts/http/page';
import type { Caller } from '@cairn/service-kit/http/caller';
import { idParam } from '@cairn/service-kit/http/id-param';
import { Answers } from '@cairn/service-kit/http/openapi/answers';
import { zodPipe } from '@cairn/service-kit/http/zod-pipe';
import { Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ServiceClient } from '../../../out/services/service-client.js';
import { AdminCaller } from './admin.guard.js';
import { AdminController } from './admin-controller.js';
import { Needs } from './needs.js';

/** The brand's mails, and those whose fate nobody knows sent again by hand (domain.md 5.2). They are notifications'. */
@AdminController('messages')
export class MessagesController {
  constructor(@Inject(ServiceClient) private readonly services: ServiceClient) {}

  @Get()
  @Needs('admin:read')
  @Answers(
    { 200: pageOf(messageItem) },
    {
      summary: 'List mails',
      operationId: 'listMessages',
      description:
        'Without their words and addresses. `unknown`: nobody knows whether it was sent. `dropped`: it was not, and will not be by itself.',
    },
  )
  async list(
    @Query(zodPipe(messageQuery)) { status, ...query }: MessageQuery,
    @AdminCaller() caller: Caller,
  ) {
    return await this.services.read('notifications', caller, ['messages'], {
      ...query,
      status: status?.join(','),
    });
  }

  @Get('counts')
  @Needs('admin:read')
  @Answers(
    { 200: messageCounts },
    { summary: 'Count the mails whose fate nobody knows', operationId: 'countMessages' },
  )
  async counts(@AdminCaller() caller: Caller) {
    return await this.services.read('notifications', caller, ['messages', 'counts']);
  }

  @Post(':id/send-again')
  @HttpCode(200)
  @Needs('fulfil')
  @Answers(
    { 200: messageItem },
    {
      summary: 'Send a mail again',
      operationId: 'sendMessageAgain',
      description:
        'One that is `unknown`, which may then come twice, or `dropped`. It is made anew from what is known now: an unlock’s mail goes with every reward that is ready by then. Sign-in links and alerts are gone once their mail went: `not_resendable`.',
      problems: ['not_unknown', 'not_resendable'],
    },
  )
  async sendAgain(@Param('id', idParam('message')) id: string, @AdminCaller() caller: Caller) {
    const call = { method: 'POST' as const, path: ['messages', id, 'send-again'] };
    return (await this.services.command('notifications', caller, call)).body;
  }
}
