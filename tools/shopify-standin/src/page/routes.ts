import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localOnly } from '../control/local-only.js';
import { type ActionOptions, pageActions } from './actions.js';
import { shopsPage } from './shops-page.js';

const Said = z.object({ done: z.string().max(1000).optional(), problem: z.string().max(1000).optional() });

/** The page that shows the shops, and its forms. */
export function pageRoutes(app: FastifyInstance, options: ActionOptions & { open: boolean }): void {
  app.get('/', async (request, reply) => {
    const { done, problem } = Said.catch({}).parse(request.query);
    const text = problem ?? done;
    const said = text === undefined ? null : { text, isProblem: problem !== undefined };
    const { shops, clock } = options;
    return reply.type('text/html; charset=utf-8').send(shopsPage(shops.all(), clock(), said));
  });
  app.register(
    async scope => {
      localOnly(scope, options.open);
      pageActions(scope, options);
    },
    { prefix: '/do' },
  );
}
