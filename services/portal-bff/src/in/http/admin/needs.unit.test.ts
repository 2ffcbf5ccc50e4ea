import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { adminControllers } from './admin-controllers.js';
import { needOf } from './needs.js';

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
        'GET /api/v1/audit',
      ]),
    );
  });

  it.each(routes.map(({ route, method, need }) => [route, method, need]))(
    '%s needs a scope',
    (route, method, need) => {
      if (route === 'POST /api/v1/brands') expect(need).toBe('platform');
      else expect(need).toBe(method === 'GET' ? 'admin:read' : 'admin:write');
    },
  );
});
