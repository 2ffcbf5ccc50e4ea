import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.js';

export interface Answer {
  status: number;
  body: unknown;
}

/** How this endpoint words what it refuses; each is made when it is needed. */
export interface Refusals {
  invalidToken: Answer;
  throttled: () => Answer;
}

/** What the client sees instead of `answer`, or after it: see README.md. */
export async function answerWithFault(
  request: FastifyRequest,
  reply: FastifyReply,
  fault: Fault,
  answer: () => Answer,
  refusals: Refusals,
): Promise<FastifyReply> {
  request.log.warn({ fault }, 'fault on demand');
  const send = ({ status, body }: Answer) => reply.code(status).send(body);
  switch (fault.kind) {
    case 'invalid_token':
      return send(refusals.invalidToken);
    case 'http_500':
      return send({ status: 500, body: { errors: 'Internal Server Error' } });
    case 'throttled':
      return send(refusals.throttled());
    case 'reset':
      return hangUp(request, reply);
    case 'no_answer_after_commit':
      answer();
      await delay(fault.ms, undefined, { ref: false });
      return hangUp(request, reply);
    case 'slow': {
      const late = answer();
      await delay(fault.ms, undefined, { ref: false });
      return send(late);
    }
    case 'user_error':
      return send(answer());
  }
}

/** The connection ends without an answer (a reset, where the system sends one). */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
}
