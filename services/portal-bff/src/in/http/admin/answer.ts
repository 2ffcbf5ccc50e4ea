import type { Caller } from '@cairn/service-kit/http/caller';
import type { CommandAnswer } from '@cairn/service-kit/http/command-answer';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settle } from '../../../app/settle.js';
import type { Tagged } from '../../../out/services/service-client.js';

/** Answers commands once their configuration is in force; else with 202 and `settled: false` (api.md, Keys). */
@Injectable()
export class Answer {
  constructor(@Inject(Settle) private readonly settle: Settle) {}

  async of<Body extends object>(
    command: CommandAnswer<Body> | Tagged<CommandAnswer<Body>>,
    { brandId }: Pick<Caller, 'brandId'>,
    reply: FastifyReply,
  ): Promise<Body & { settled?: false }> {
    return this.told(command, await this.settle.settled(brandId, command.mark), reply);
  }

  /** As {@link of}, where the caller has waited already. */
  told<Body extends object>(
    command: CommandAnswer<Body> | Tagged<CommandAnswer<Body>>,
    isSettled: boolean,
    reply: FastifyReply,
  ): Body & { settled?: false } {
    if ('etag' in command) passTag(reply, command.etag);
    if (isSettled) return command.body;
    void reply.status(202);
    return { ...command.body, settled: false };
  }
}

/** Hands a service's ETag on to the caller, whose If-Match brings it back (api.md). */
export function passTag(reply: FastifyReply, etag: string | null): void {
  if (etag !== null) void reply.header('etag', etag);
}
