import formbody from '@fastify/formbody';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { adminEndpoint } from './admin/endpoint.js';
import { loadAdminSchema } from './admin/schema.js';
import type { Clock } from './clock.js';
import { FaultQueue } from './control/fault-queue.js';
import { controlRoutes } from './control/routes.js';
import type { Environment } from './environment.js';
import { oauthIsOff, oauthRoutes } from './oauth/routes.js';
import { pageRoutes } from './page/routes.js';
import { Shops } from './shop/shops.js';
import { Courier } from './webhooks/courier.js';
import { Notices } from './webhooks/notices.js';

export type AppOptions = Pick<
  Environment,
  'DATA_DIR' | 'RESTORE_RATE' | 'BUCKET' | 'SEARCH_LAG_MS' | 'CONTROL_OPEN' | 'LOG_LEVEL'
> &
  Partial<Pick<Environment, 'APP_KEY' | 'APP_SECRET'>>;

/** The whole stand-in, not yet listening. Closing it closes the journals. */
export function createApp(options: AppOptions, clock: Clock = Date.now): FastifyInstance {
  const schema = loadAdminSchema();
  const { APP_KEY: key, APP_SECRET: secret } = options;
  const credentials = key !== undefined && secret !== undefined ? { key, secret } : null;
  const notices = new Notices();
  const courier = credentials
    ? new Courier({
        clock,
        notices,
        secret: credentials.secret,
        warn: (what, message) => app.log.warn(what, message),
      })
    : null;
  const shops = new Shops({
    directory: options.DATA_DIR,
    clock,
    restoreRate: options.RESTORE_RATE,
    bucketSize: options.BUCKET,
    onDelivery: (shop, delivery) => courier?.take(shop, delivery),
  });
  const faults = new FaultQueue();
  const app = Fastify({
    // One line a request would bury everything else: what matters is warned about where it happens.
    logger: options.LOG_LEVEL === 'silent' ? false : { level: options.LOG_LEVEL },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  });
  app.register(formbody);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ errors: error.message });
    request.log.error(error);
    return reply.code(status).send({ errors: 'Internal Server Error' });
  });
  const searchLagMs = options.SEARCH_LAG_MS;
  adminEndpoint(app, { schema, shops, faults, clock, searchLagMs, notices, hasApp: credentials !== null });
  if (credentials)
    app.register(async scope => oauthRoutes(scope, { shops, clock, faults, app: credentials }));
  else oauthIsOff(app);
  const control = { schema, shops, faults, clock, notices, open: options.CONTROL_OPEN };
  app.register(async scope => controlRoutes(scope, control), { prefix: '/control' });
  app.get('/health', async () => ({ status: 'ok', shops: shops.all().length }));
  pageRoutes(app, { shops, clock, notices, open: options.CONTROL_OPEN });
  app.addHook('onReady', async () => {
    for (const shop of shops.all()) courier?.resume(shop);
  });
  app.addHook('onClose', async () => {
    courier?.stop();
    shops.close();
  });
  return app;
}
