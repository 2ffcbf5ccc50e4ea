import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settle } from '../../../app/settle.js';

/** Answers commands once their configuration is in force; else with 202 and `settled: false` (api.md, Keys). */
@Injectable()
export class Answer {
  constructor(@Inject(Settle) private readonly settle: Settle) {}

  async of<Body extends object>(
    { body, mark }: CommandAnswer<Body>,
    { brandId }: Pick<Caller, 'brandId'>,
    reply: FastifyReply,
  ): Promise<Body & { settled?: false }> {
    if (await this.settle.settled(brandId, mark)) return body;
    void reply.status(202);
    return { ...body, settled: false };
  }
}
