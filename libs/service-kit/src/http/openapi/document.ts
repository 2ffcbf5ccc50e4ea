import type { Type } from '@nestjs/common';
import { type Described, describedOf, type Handler } from './answers.js';
import { operationIdOf, tagOf } from './names.js';
import { operationOf, takesIfMatch } from './operation.js';
import { type Route, routesOf } from './routes.js';
import { SchemaBook } from './schema-book.js';
import type { OpenApiDocument, SecurityRequirement, Server } from './types.js';

export interface OpenApiOptions {
  title: string;
  version: string;
  description: string;
  servers?: Server[];
  controllers: readonly Type[];
  /** What opens a route; empty where it is open to all. */
  security: (handler: Handler, controller: Type) => SecurityRequirement[];
  securitySchemes: Record<string, object>;
  /** What every path begins with and no tag is made of, such as `api/v1`. */
  prefixSkip?: string;
}

/**
 * The OpenAPI 3.1 document of controllers, from the metadata that serves them: paths from the decorators, inputs from
 * the schemas of their pipes, answers from `@Answers`.
 * @throws Error naming every handler without `@Answers`, and operations that would share a name.
 */
export function openApiOf(options: OpenApiOptions): OpenApiDocument {
  const book = new SchemaBook();
  const operations = describedRoutes(options.controllers).map(({ route, described }, _, all) => ({
    route,
    operation: operationOf(
      {
        route,
        described,
        operationId: described.description.operationId ?? operationIdOf(described.description.summary),
        tags: described.description.tags ?? [tagOf(route.path, options.prefixSkip)],
        security: options.security(route.handler, route.controller),
        etag: described.description.etag ?? isTagged(route, all),
      },
      book,
    ),
  }));
  refuseTwins(operations.map(({ route, operation }) => [operation.operationId, route.name]));
  const paths: OpenApiDocument['paths'] = {};
  for (const { route, operation } of operations) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation };
  }
  const settled = book.settle(paths);
  return {
    openapi: '3.1.0',
    info: { title: options.title, version: options.version, description: options.description },
    ...(options.servers === undefined ? {} : { servers: options.servers }),
    tags: [...new Set(operations.flatMap(({ operation }) => operation.tags))].map(name => ({ name })),
    paths: settled.document,
    components: { schemas: settled.schemas, securitySchemes: options.securitySchemes },
  };
}

function describedRoutes(controllers: readonly Type[]): { route: Route; described: Described }[] {
  const routes = routesOf(controllers).map(route => ({ route, described: describedOf(route.handler) }));
  const silent = routes.filter(({ described }) => described === undefined).map(({ route }) => route.name);
  if (silent.length > 0) throw new Error(`say with @Answers what these answer: ${silent.join(', ')}`);
  return routes.flatMap(({ route, described }) => (described === undefined ? [] : [{ route, described }]));
}

/** It takes If-Match, or it reads what a route beside it changes with If-Match. */
function isTagged(route: Route, all: readonly { route: Route }[]): boolean {
  if (route.method === 'delete') return false;
  if (takesIfMatch(route)) return true;
  return (
    route.method === 'get' && all.some(({ route: other }) => other.path === route.path && takesIfMatch(other))
  );
}

function refuseTwins(operations: readonly (readonly [id: string, handler: string])[]): void {
  for (const [id, twins] of Map.groupBy(operations, ([operationId]) => operationId)) {
    if (twins.length === 1) continue;
    const names = twins.map(([, handler]) => handler).join(' and ');
    throw new Error(`${names} would both be called ${id}: give one an operationId`);
  }
}
