import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { adminControllers } from './admin-controllers.js';
import { type Need, needOf } from './needs.js';

const routes = adminControllers.flatMap(controller =>
  Object.getOwnPropertyNames(controller.prototype)
    .map(name => (controller.prototype as unknown as Record<string, object>)[name]!)
    .filter(handler => Reflect.hasMetadata(METHOD_METADATA, handler))
    .map(handler => {
      const parts = [
        Reflect.getMetadata(PATH_METADATA, controller),
        Reflect.getMetadata(PATH_METADATA, handler),
      ];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
      const path = parts.join('/').replace(/\/+/g, '/').replace(/\/$/, '');
      return { route: `${method} /${path}`, method, need: needOf(handler) };
    }),
);

describe('the admin API’s routes', () => {
  it('are there', () => {
    expect(routes.map(({ route }) => route)).toEqual(
      expect.arrayContaining([
        'POST /api/v1/brands',
        'GET /api/v1/brand',
        'DELETE /api/v1/keys/:id',
        'PUT /api/v1/programs/:id/referral-rule',
        'POST /api/v1/ambassadors/import',
        'POST /api/v1/ambassadors/:id/session',
        'GET /api/v1/ambassadors/:id/progress',
        'POST /api/v1/series/:id/publish',
        'GET /api/v1/receipts/:eventId',
        'GET /api/v1/receipts',
        'POST /api/v1/receipts/replay',
        'POST /api/v1/ambassadors/:id/adjustments',
        'GET /api/v1/audit',
        'GET /api/v1/me',
        'PATCH /api/v1/members/:id',
        'POST /api/v1/dlq/:id/replay',
        'POST /api/v1/messages/:id/send-again',
      ]),
    );
  });

  /** What is not reading or writing the brand's own; the first that a route begins with. */
  const others: [route: RegExp, need: Need][] = [
    [/^POST .api.v1.brands$/, 'platform'],
    [/^GET .api.v1.dlq/, 'platform-or-read'],
    [/^POST .api.v1.dlq/, 'platform-or-write'],
    [/^\w+ .api.v1.members/, 'members'],
    [/^(POST|DELETE) .api.v1.keys/, 'members'],
    [/^POST .api.v1.fulfilment/, 'fulfil'],
    [/^POST .api.v1.submissions/, 'fulfil'],
    [/^POST .api.v1.messages/, 'fulfil'],
    [/^POST .api.v1.ambassadors.:id.look$/, 'admin:read'],
    [/^POST .api.v1.series.(:id.(preview|impact)|simulate)$/, 'admin:read'],
  ];

  it.each(routes.map(({ route, method, need }) => [route, method, need] as const))(
    '6.1 %s needs its right',
    (route, method, need) => {
      const other = others.find(([pattern]) => pattern.test(route))?.[1];
      expect(need).toBe(other ?? (method === 'GET' ? 'admin:read' : 'admin:write'));
    },
  );
});
