import { serveOpenApi } from '@cairn/service-kit/http/openapi/serve';
import { LOGGER, type Logger } from '@cairn/service-kit/telemetry/logger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { PortalConfig } from '../../config.js';
import { importTypes } from './admin/import.controller.js';
import { portalDocument } from './openapi.js';
import { formType } from './portal/form.js';
import { setSecurityHeaders } from './web/security-headers.js';
import { serveWeb } from './web/serve-web.js';

/** What Nest's decorators cannot say: security headers, streamed bodies, OpenAPI, the built web. */
export async function configureHttp(app: NestFastifyApplication, config: PortalConfig): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  setSecurityHeaders(fastify, { secure: config.PUBLIC_URL.startsWith('https:') });
  fastify.addContentTypeParser([...importTypes, formType], (_request, body, done) => done(null, body));
  serveOpenApi(app, portalDocument('1'));
  if (!(await serveWeb(fastify, config.WEB_DIR))) {
    app.get<Logger>(LOGGER).warn({ webDir: config.WEB_DIR }, 'no web is built here: only the API answers');
  }
}
