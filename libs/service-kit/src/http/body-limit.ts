import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tooSlow } from './idle-limit.js';
import { problemOf } from './problem.js';

/**
 * Gives a body `ms` milliseconds to arrive as long as it is gathered in memory. One that a content parser hands on as
 * a stream is free of it: its reader sets the limit (http/idle-limit.ts).
 */
export function limitGatheredBodies(fastify: FastifyInstance, ms: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const arrived = async (request: FastifyRequest) => clearTimeout(timers.get(request));
  fastify.addHook('preParsing', async (request, reply) => {
    timers.set(request, setTimeout(() => answerTooSlow(reply), ms).unref());
  });
  fastify.addHook('preValidation', arrived);
  fastify.addHook('onResponse', arrived);
  fastify.addHook('onRequestAbort', arrived);
}

function answerTooSlow(reply: FastifyReply): void {
  if (reply.sent) return;
  const { code, message, headers } = tooSlow();
  const problem = problemOf(code, message);
  void reply.headers(headers).status(problem.status).type('application/problem+json').send(problem);
}
