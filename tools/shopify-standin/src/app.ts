import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { adminEndpoint } from './admin/endpoint.js';
import { loadAdminSchema } from './admin/schema.js';
import type { Clock } from './clock.js';
import { Faults } from './control/faults.js';
import { controlRoutes } from './control/routes.js';
import type { Environment } from './environment.js';
import { shopsPage } from './page.js';
import { Shops } from './shop/shops.js';

export type AppOptions = Pick<
  Environment,
  'DATA_DIR' | 'RESTORE_RATE' | 'BUCKET' | 'SEARCH_LAG_MS' | 'CONTROL_OPEN' | 'LOG_LEVEL'
>;

/** The whole stand-in, not yet listening. Closing it closes the journals. */
export function createApp(options: AppOptions, clock: Clock = Date.now): FastifyInstance {
  const schema = loadAdminSchema();
  const shops = new Shops({
    directory: options.DATA_DIR,
    clock,
    restoreRate: options.RESTORE_RATE,
    bucketSize: options.BUCKET,
  });
  const faults = new Faults();
  const app = Fastify({
    // One line a request would bury everything else: what matters is warned about where it happens.
    logger: options.LOG_LEVEL === 'silent' ? false : { level: options.LOG_LEVEL },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ errors: error.message });
    request.log.error(error);
    return reply.code(status).send({ errors: 'Internal Server Error' });
  });
  adminEndpoint(app, { schema, shops, faults, clock, searchLagMs: options.SEARCH_LAG_MS });
  const control = { schema, shops, faults, clock, open: options.CONTROL_OPEN };
  app.register(async scope => controlRoutes(scope, control), { prefix: '/control' });
  app.get('/health', async () => ({ status: 'ok', shops: shops.all().length }));
  app.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(shopsPage(shops.all(), clock())),
  );
  app.addHook('onClose', async () => shops.close());
  return app;
}
