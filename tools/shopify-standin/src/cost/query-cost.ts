import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';
import { candidateTypes, type Document, type SelectedField, selectedFields } from './selection.js';

/** Enforced before execution, on the requested cost (rate-limits page, "single query limit"). */
export const MAXIMUM_QUERY_COST = 1000;

const MUTATION_COST = 10;
const OBJECT_COST = 1;
const CONNECTION_COST = 2;
/** Values that Shopify loads with their owner. Read off answers of real shops. */
const FREE_TYPES = new Set([
  'MoneyV2',
  'MoneyBag',
  'InventoryItemMeasurement',
  'PageInfo',
  'CustomerEmailMarketingConsentState',
  'CustomerSmsMarketingConsentState',
]);
/** A count runs a search of its own, whatever it counts. Read off answers of real shops. */
const COUNT_COST = 10;

/**
 * Points of a query by https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits: scalars and enums 0,
 * an object 1, a mutation 10 (its payload's own objects included), an interface or a union the dearest of its
 * possible selections, a connection sized by `first` or `last`. How a connection grows with its size is not in
 * the page; `weight` below fits what real shops answer for sizes 0 to 101. Checked against answers of real shops:
 * 177 of 189 requested costs about customers and discounts are the same, 278 of 283 about products, drafts and orders.
 *
 * With `data` (the execution's result) it is the actual cost: what came back null or shorter costs less.
 */
export function queryCost(
  document: Document,
  operation: OperationDefinitionNode,
  data?: Record<string, unknown> | null,
): number {
  const root = document.schema.getRootType(operation.operation);
  if (!root) return 0;
  const isMutation = operation.operation === 'mutation';
  let points = 0;
  for (const field of selectedFields(document, root, [operation.selectionSet])) {
    const value = data === undefined ? undefined : (data?.[field.responseKey] ?? null);
    points += isMutation
      ? mutationCost(document, root, field, value)
      : fieldCost(document, root, field, value);
  }
  return points;
}

function mutationCost(
  document: Document,
  root: GraphQLObjectType,
  field: SelectedField,
  value: unknown,
): number {
  const payload = getNamedType(typeOf(root, field));
  if (!isObjectType(payload) || value === null) return MUTATION_COST;
  let points = MUTATION_COST;
  for (const inner of selectedFields(document, payload, selectionSets(field))) {
    const innerValue = value === undefined ? undefined : (part(value, inner.responseKey) ?? null);
    points += Math.max(0, fieldCost(document, payload, inner, innerValue) - OBJECT_COST);
  }
  return points;
}

function fieldCost(
  document: Document,
  parent: GraphQLObjectType,
  field: SelectedField,
  value: unknown,
): number {
  if (isMeta(field)) return 0;
  const type = getNamedType(typeOf(parent, field));
  if (!isCompositeType(type)) return 0;
  if (type.name === 'Count') return COUNT_COST;
  if (FREE_TYPES.has(type.name) || isCustomersAddress(parent, type)) return 0;
  if (isObjectType(type) && type.name.endsWith('Connection'))
    return connectionCost(document, parent, type, field, value);
  if (value === null) return OBJECT_COST;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return (
    OBJECT_COST + Math.max(0, ...values.map(one => selectionCost(document, type, selectionSets(field), one)))
  );
}

function connectionCost(
  document: Document,
  parent: GraphQLObjectType,
  connection: GraphQLObjectType,
  field: SelectedField,
  value: unknown,
): number {
  if (value === null) return OBJECT_COST;
  let points = CONNECTION_COST;
  for (const inner of selectedFields(document, connection, selectionSets(field))) {
    const name = inner.nodes[0].name.value;
    if (name !== 'nodes' && name !== 'edges') continue;
    const items = value === undefined ? undefined : part(value, inner.responseKey);
    const size = Array.isArray(items) ? items.length : pageSize(document, parent, field);
    const type = getNamedType(typeOf(connection, inner));
    if (!isCompositeType(type)) continue;
    const own = name === 'nodes' ? OBJECT_COST : 0;
    const each = (item: unknown) => own + selectionCost(document, type, selectionSets(inner), item);
    const dearest = Array.isArray(items) ? Math.max(0, ...items.map(each)) : each(undefined);
    points += weight(size) * dearest;
  }
  return points;
}

function selectionCost(
  document: Document,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  value: unknown,
): number {
  if (value === null) return 0;
  const costs = candidateTypes(document, type, sets).map(candidate => {
    let points = 0;
    for (const field of selectedFields(document, candidate, sets)) {
      const owner = candidate ?? field.condition ?? type;
      if (!('getFields' in owner) || isMeta(field)) continue;
      const inner = value === undefined ? undefined : part(value, field.responseKey);
      // Absent in the answer: selected of another type of the union than the one that came back.
      if (value !== undefined && inner === undefined) continue;
      points += fieldCost(document, owner as GraphQLObjectType, field, inner);
    }
    return points;
  });
  return Math.max(0, ...costs);
}

/** How many objects' worth a page of `size` is billed as. */
function weight(size: number): number {
  return size === 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(size)));
}

function pageSize(document: Document, parent: GraphQLObjectType, field: SelectedField): number {
  const definition = parent.getFields()[field.nodes[0].name.value];
  for (const name of ['first', 'last']) {
    const argument = field.nodes[0].arguments?.find(node => node.name.value === name);
    const type = definition?.args.find(arg => arg.name === name)?.type;
    const value = argument && type ? valueFromAST(argument.value, type, document.variables) : undefined;
    if (typeof value === 'number') return Math.max(0, value);
  }
  return 0;
}

function typeOf(parent: GraphQLObjectType, field: SelectedField): GraphQLOutputType {
  const definition = parent.getFields()[field.nodes[0].name.value];
  if (!definition) throw new Error(`${parent.name}.${field.nodes[0].name.value} was not validated`);
  return definition.type;
}

/** A customer's address is free, a draft's or an order's is not. Read off answers of real shops. */
function isCustomersAddress(parent: GraphQLObjectType, type: GraphQLCompositeType): boolean {
  return type.name === 'MailingAddress' && parent.name === 'Customer';
}

/** `__typename`, `__schema`, `__type`: of every type, billed nothing. */
function isMeta(field: SelectedField): boolean {
  return field.nodes[0].name.value.startsWith('__');
}

function selectionSets(field: SelectedField): SelectionSetNode[] {
  return field.nodes.flatMap(node => (node.selectionSet ? [node.selectionSet] : []));
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
