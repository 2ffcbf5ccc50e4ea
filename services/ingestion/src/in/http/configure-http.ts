import type { ServiceDefinition } from '@cairn/service-kit/bootstrap/service';
import { DomainError } from '@cairn/service-kit/domain-error';
import { serveOpenApi } from '@cairn/service-kit/http/openapi/serve';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KeyHolders } from '../../app/key-holders.js';
import { readJson } from '../../app/read-json.js';
import type { IngestionConfig } from '../../config.js';
import { judgeBeforeBody, ndjson } from './before-body.js';
import { openApi } from './open-api.js';
import { webhookRoute } from './shopify-webhook.controller.js';

/** What Nest's decorators cannot say: keys before bodies, exact JSON, bodies that are streams, the documentation. */
export const configureHttp: NonNullable<ServiceDefinition<IngestionConfig>['configure']> = async app => {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const holders = app.get(KeyHolders);
  judgeBeforeBody(fastify, authorization => holders.mayWriteEvents(authorization));
  app.useBodyParser('application/json', {}, async (request: FastifyRequest, body: Buffer) =>
    // What is signed is the body as it came.
    request.routeOptions.url === webhookRoute ? body : parseJson(body),
  );
  fastify.addContentTypeParser(ndjson, (_request, body, done) => done(null, body));
  serveOpenApi(app, openApi());
};

/** Of nothing it makes undefined: the route says what it wants. */
function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const read = readJson(body);
  if (read.kind === 'json') return read.value;
  throw new DomainError('invalid_json', `The body is ${read.message}. Mend it and send it again.`);
}
