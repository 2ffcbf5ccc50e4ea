import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { Scopes } from '../oauth/scopes.js';
import { refuseWithoutScope } from './access-scopes.js';

/** What Shopify has and this stand-in has not built yet. */
export function notImplemented(what: string): GraphQLError {
  return new GraphQLError(`not implemented by the stand-in: ${what}`, {
    extensions: { code: 'NOT_IMPLEMENTED_BY_STANDIN' },
  });
}

/**
 * Refuses an input before anything is committed when it sets a field that the stand-in would ignore.
 * @throws GraphQLError naming the field
 */
export function refuseUnbuilt(typeName: string, input: object, built: readonly string[]): void {
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined && value !== null && !built.includes(name))
      throw notImplemented(`${typeName}.${name}`);
  }
}

/**
 * Objects answer with what they hold, as values or as functions of the arguments. A field of the schema that the
 * object lacks is an error: null would say something that nobody knows.
 */
export const resolveOwnField: GraphQLFieldResolver<unknown, Scopes> = (source, args, scopes, info) => {
  refuseWithoutScope(scopes, info);
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, info.fieldName)) {
    throw notImplemented(`${info.parentType.name}.${info.fieldName}`);
  }
  const value: unknown = (source as Record<string, unknown>)[info.fieldName];
  return typeof value === 'function' ? value(args) : value;
};

/** An entry of `userErrors`: what Shopify refused, in its own words. */
export interface UserError {
  field: string[] | null;
  message: string;
  /** null, or absent where the operation's errors have no codes */
  code?: string | null;
}
