import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { throwError } from 'rxjs';
import { DomainError } from '../domain-error.js';
import { notWell } from '../health/not-well.js';
import { sqlState } from '../postgres/sql.js';
import type { Logger } from '../telemetry/logger.js';
import { problemOf } from './problem.js';

/** Every error as problem+json; on Kafka handlers the error as it was, for the transport to judge. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost) {
    if (host.getType() !== 'http') return throwError(() => error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = this.problem(error, request);
    if (problem.status === 429 || problem.status === 503) reply.header('retry-after', '1');
    if (error instanceof DomainError) reply.headers(error.headers);
    const closes = error instanceof DomainError && error.headers.connection === 'close';
    if (!closes && problem.status !== 408 && !request.raw.complete) drain(request, reply);
    void reply.status(problem.status).type('application/problem+json').send(problem);
    return undefined;
  }

  private problem(error: unknown, request: FastifyRequest) {
    if (error instanceof DomainError) return problemOf(error.code, error.message, error.errors);
    const unwell = notWell(error);
    if (unwell !== undefined) return problemOf('unavailable', unwell);
    const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
    if (status === 413) return problemOf('too_large', 'The body is too large: send it in parts.');
    if (status === 415) return problemOf('unsupported_media_type', 'Send application/json.');
    if (status === 404) return problemOf('not_found', `There is nothing at ${request.url.split('?')[0]}.`);
    if (isAway(error)) {
      this.logger.error({ err: error, requestId: request.id }, 'something that the request needs is away');
      return problemOf(
        'unavailable',
        'Something that this needs is away for the moment: send it again shortly.',
      );
    }
    if (status === 400)
      return problemOf('invalid_json', 'The body is not valid JSON: mend it and send it again.');
    this.logger.error({ err: error, requestId: request.id }, 'request failed');
    return problemOf(
      'internal',
      `Something broke on our side. Quote request ${request.id} when you report it.`,
    );
  }
}

function statusCodeOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/** Milliseconds that a client has for the rest of a body that nobody wants. */
const drainLimit = 60_000;

/**
 * Reads and drops what is still coming of a body, so that the client hears the answer: closing at once would reset the
 * connection under it.
 */
function drain({ raw }: FastifyRequest, reply: FastifyReply): void {
  // Even where the client asked for a close: it comes when what is idle is closed.
  reply.header('connection', 'keep-alive');
  // A reader that was left in the middle still listens, and would keep it from flowing.
  raw.removeAllListeners('readable').resume();
  const limit = setTimeout(() => raw.destroy(), drainLimit).unref();
  raw.once('close', () => clearTimeout(limit));
}

/** The database cannot be reached, is stopping, or has no connection free. */
function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    /^(08|53|57P)/.test(sqlState(error) ?? '') ||
    (typeof code === 'string' && /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND)/.test(code)) ||
    (typeof message === 'string' &&
      /timeout exceeded when trying to connect|Connection terminated|not currently accepting connections/.test(
        message,
      ))
  );
}
