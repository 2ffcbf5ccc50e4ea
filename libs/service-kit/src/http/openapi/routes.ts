import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { z } from 'zod';
import { schemaOf } from '../zod-pipe.js';
import type { Handler } from './answers.js';
import type { HttpMethod } from './types.js';

/** A handler as Nest will route it. */
export interface Route {
  controller: Type;
  handler: Handler;
  /** `Controller.method`, for messages. */
  name: string;
  method: HttpMethod;
  /** With its parameters in braces: `/api/v1/series/{id}`. */
  path: string;
  inputs: Input[];
}

/** A parameter of a handler: where it comes from, which field of that (all of it where undefined), and its schema. */
export interface Input {
  from: 'body' | 'query' | 'param' | 'header';
  field: string | undefined;
  schema: z.ZodType | undefined;
}

const methods: Partial<Record<RequestMethod, HttpMethod>> = {
  [RequestMethod.GET]: 'get',
  [RequestMethod.POST]: 'post',
  [RequestMethod.PUT]: 'put',
  [RequestMethod.PATCH]: 'patch',
  [RequestMethod.DELETE]: 'delete',
};

const sources: Record<string, Input['from']> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
  [RouteParamtypes.HEADERS]: 'header',
};

/** The routes of controllers, in their order, read from the metadata that Nest's decorators left. */
export function routesOf(controllers: readonly Type[]): Route[] {
  return controllers.flatMap(controller =>
    handlersOf(controller).flatMap(([name, handler]) =>
      pathsOf(controller).flatMap(base =>
        pathsOf(handler).map(path => ({
          controller,
          handler,
          name: `${controller.name}.${name}`,
          method: methodOf(handler),
          path: templateOf(base, path),
          inputs: inputsOf(controller, name),
        })),
      ),
    ),
  );
}

function handlersOf(controller: Type): [name: string, handler: Handler][] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap<[string, Handler]>(name => {
    const value = name === 'constructor' ? undefined : prototype[name];
    return typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value) ? [[name, value]] : [];
  });
}

function methodOf(handler: Handler): HttpMethod {
  const method = methods[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  if (method === undefined) throw new Error(`${handler.name} has a method that the document does not know`);
  return method;
}

function pathsOf(target: object): string[] {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return (Array.isArray(path) ? path : [path ?? '']) as string[];
}

function templateOf(base: string, path: string): string {
  const segments = `${base}/${path}`.split('/').filter(segment => segment !== '');
  return `/${segments.map(segment => segment.replace(/:(\w+)(\(.*\))?/g, '{$1}')).join('/')}`;
}

function inputsOf(controller: Type, name: string): Input[] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number; data?: unknown; pipes?: readonly unknown[] }
  >;
  return Object.entries(args)
    .sort(([, a], [, b]) => a.index - b.index)
    .flatMap(([key, { data, pipes = [] }]) => {
      const from = sources[key.split(':')[0] ?? ''];
      if (from === undefined) return [];
      return [{ from, field: typeof data === 'string' ? data : undefined, schema: schemaOf(pipes) }];
    });
}
