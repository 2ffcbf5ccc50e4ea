import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { traceIds } from './trace.js';

export type { Logger };

export const LOGGER = Symbol('logger');

/** A failed statement carries its parameters: addresses of people, links that sign in. */
const redact = ['err.parameters', 'err.query', 'err.detail', 'err.driverError'];

/** JSON logs on standard output; time in RFC 3339, the service's name on each line, and the trace that it belongs to. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact,
    mixin: () => traceIds() ?? {},
  });
}

/** Nest's own lines, through the same logger. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level](
        { context: rest.at(-1), ...(rest.length > 1 ? { details: rest.slice(0, -1) } : {}) },
        String(message),
      );
  return {
    log: write('debug'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('debug'),
  };
}
