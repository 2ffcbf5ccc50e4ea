import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { docsPage } from './page.js';
import { docsStyle } from './page-style.js';
import type { OpenApiDocument } from './types.js';

/** The page is text and one stylesheet: nothing runs, nothing comes from elsewhere. */
const pagePolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the document at /openapi.json and, for people, at /docs. For a service's `configure`. */
export function serveOpenApi(app: NestFastifyApplication, document: OpenApiDocument): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  serveText(fastify, '/openapi.json', 'application/json; charset=utf-8', JSON.stringify(document));
  serveText(fastify, '/docs', 'text/html; charset=utf-8', docsPage(document));
  serveText(fastify, '/docs.css', 'text/css; charset=utf-8', docsStyle);
}

function serveText(fastify: FastifyInstance, path: string, type: string, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  fastify.get(path, async (request, reply) => {
    void reply.headers({
      etag,
      'cache-control': 'no-cache',
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
    });
    if (request.headers['if-none-match']?.includes(etag)) return await reply.status(304).send();
    return await reply.type(type).send(text);
  });
}
