import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  validate,
  valueFromAST,
} from 'graphql';
import { enumValues } from './schema.js';

/** An entry of `errors` as Shopify's server words it. */
export interface RequestError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Checks a document against the schema; what does not exist is refused before anything runs. */
export function documentErrors(schema: GraphQLSchema, document: DocumentNode): RequestError[] {
  return validate(schema, document).map(error => ({ ...inShopifysWords(error), locations: error.locations }));
}

/** graphql-js and Shopify's server refuse the same documents in different words; clients may look at `code`. */
function inShopifysWords({ message }: GraphQLError): RequestError {
  const field = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message);
  if (field) {
    const [, fieldName, typeName] = field;
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: 'undefinedField', typeName, fieldName },
    };
  }
  const argument = /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/.exec(message);
  if (argument) {
    const [, argumentName, name] = argument;
    return {
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    };
  }
  const inputField = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (inputField) {
    const [, argumentName, name] = inputField;
    return {
      message: `InputObject '${name}' doesn't accept argument '${argumentName}'`,
      extensions: { code: 'argumentNotAccepted', name, typeName: 'InputObject', argumentName },
    };
  }
  const selection = /^Field "(\w+)" of type "([\w![\]]+)" must have a selection of subfields/.exec(message);
  if (selection) {
    const [, name, type = ''] = selection;
    const typeName = type.replace(/[![\]]/g, '');
    return {
      message: `Field must have selections (field '${name}' returns ${typeName} but has no selections. Did you mean '${name} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${name}'`, typeName },
    };
  }
  return { message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
}

export type Variables = { values: Record<string, unknown> } | { errors: RequestError[] };

/** Coerces the request's variables; problems are told as Shopify tells them (`INVALID_VARIABLE`). */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Variables {
  const values: Record<string, unknown> = {};
  const errors: RequestError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!type || !isInputType(type)) continue;
    if (!Object.hasOwn(given, name) && definition.defaultValue) {
      values[name] = valueFromAST(definition.defaultValue, type);
      continue;
    }
    const problems: Problem[] = [];
    const value = given[name] ?? null;
    if (!Object.hasOwn(given, name) && !isNonNullType(type)) continue;
    if (value === null && isNonNullType(type))
      problems.push({ path: [], explanation: 'Expected value to not be null' });
    else {
      values[name] = coerceInputValue(value, type, (path, _invalid, error) =>
        problems.push(problemOf(schema, path, error.message)),
      );
    }
    const [first] = problems;
    if (!first) continue;
    const where = first.path.length > 0 ? ` for ${first.path.join('.')} (${first.explanation})` : '';
    const start = definition.loc?.startToken;
    errors.push({
      message: `Variable $${name} of type ${print(definition.type)} was provided invalid value${where}`,
      ...(start ? { locations: [{ line: start.line, column: start.column }] } : {}),
      extensions: { code: 'INVALID_VARIABLE', value, problems },
    });
  }
  return errors.length > 0 ? { errors } : { values };
}

interface Problem {
  path: readonly (string | number)[];
  explanation: string;
}

/** graphql-js blames the object for a field it should not have or lacks; Shopify names the field itself. */
function problemOf(schema: GraphQLSchema, path: readonly (string | number)[], message: string): Problem {
  const choice = /^Value "(.*)" does not exist in "(\w+)" enum/.exec(message);
  if (choice) {
    const values = enumValues(schema, choice[2] ?? '').join(', ');
    return { path, explanation: `Expected "${choice[1]}" to be one of: ${values}` };
  }
  const unknown = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (unknown)
    return { path: [...path, unknown[1] ?? ''], explanation: `Field is not defined on ${unknown[2]}` };
  const missing = /^Field "(\w+)" of required type .* was not provided/.exec(message);
  if (missing) return { path: [...path, missing[1] ?? ''], explanation: 'Expected value to not be null' };
  const isNull = /^Expected non-nullable type .* not to be null/.test(message);
  return { path, explanation: isNull ? 'Expected value to not be null' : message };
}
