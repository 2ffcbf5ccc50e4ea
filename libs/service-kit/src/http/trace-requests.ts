import { type Context, context, propagation, type Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endSpan, isTracing, openSpan, SpanKind } from '../telemetry/trace.js';

interface Traced {
  span: Span;
  within: Context;
}

/** Asked for all the time, and nobody's doing; and streams, which have no end to measure. */
function isTraced(request: FastifyRequest): boolean {
  const route = request.routeOptions.url;
  return (
    isTracing() &&
    route !== undefined &&
    route !== '/metrics' &&
    !route.startsWith('/health/') &&
    request.headers.accept !== 'text/event-stream'
  );
}

/** A span for each request, in the caller's trace where it says so; what the handler does is in it. */
export function traceRequests(fastify: FastifyInstance): void {
  const traced = new WeakMap<FastifyRequest, Traced>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isTraced(request)) {
      const { method } = request;
      const route = request.routeOptions.url!;
      const parent = propagation.extract(context.active(), request.headers);
      const attributes = { 'http.request.method': method, 'http.route': route };
      traced.set(request, openSpan(`${method} ${route}`, SpanKind.SERVER, attributes, parent));
    }
    done();
  });
  // Reading the body comes between, and loses whatever context it began in.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const of = traced.get(request);
    if (of === undefined) done();
    else context.with(of.within, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    end(request, reply.statusCode);
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    end(request, undefined);
    done();
  });

  function end(request: FastifyRequest, status: number | undefined): void {
    const of = traced.get(request);
    if (of === undefined) return;
    traced.delete(request);
    if (status !== undefined) of.span.setAttribute('http.response.status_code', status);
    endSpan(of.span, status === undefined ? 'the client went away' : status >= 500 ? `${status}` : undefined);
  }
}
