import { describe, expect, it } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { loadAdminSchema } from '../admin/schema.js';
import { queryCost } from './query-cost.js';

const schema = loadAdminSchema();

function costOf(query: string, data?: Record<string, unknown> | null): number {
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('No operation');
  return queryCost({ schema, fragments: {}, variables: {} }, operation, data);
}

describe('the requested cost, as real shops bill it', () => {
  it.each([
    [1, '{ shop { currencyCode } }'],
    [2, '{ shop { id primaryDomain { host } } }'],
    [1, '{ codeDiscountNodeByCode(code: "A") { id } }'],
    [
      2,
      '{ codeDiscountNode(id: "1") { id codeDiscount { __typename ... on DiscountCodeBasic { title status } } } }',
    ],
    [10, '{ discountNodesCount { count precision } }'],
    [2, '{ products(first: 0) { nodes { id } } }'],
    [3, '{ customers(first: 1) { nodes { id } } }'],
    [5, '{ customers(first: 5) { nodes { id email } pageInfo { hasNextPage } } }'],
    [9, '{ products(first: 50) { nodes { id title } } }'],
    [
      8,
      '{ customers(first: 3) { edges { cursor node { id amountSpent { amount } defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } defaultAddress { city } } } } }',
    ],
    [
      8,
      '{ discountNodes(first: 5) { nodes { discount { __typename ... on DiscountCodeBasic { title } } } } }',
    ],
    [10, 'mutation { customerSet(input: {}) { customer { id email } userErrors { field message code } } }'],
    [11, 'mutation { customerCreate(input: {}) { customer { id defaultEmailAddress { emailAddress } } } }'],
    [
      10,
      'mutation { discountCodeBasicCreate(basicCodeDiscount: {}) { codeDiscountNode { id } userErrors { code } } }',
    ],
    [
      14,
      'mutation { discountCodeBasicCreate(basicCodeDiscount: {}) { codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { title codes(first: 1) { nodes { code } } } } } } }',
    ],
    [
      16,
      'mutation { discountCodeBasicCreate(basicCodeDiscount: {}) { codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { codes(first: 1) { nodes { code } } context { ... on DiscountCustomers { customers { id } } ... on DiscountCustomerSegments { segments { id } } } } } } } }',
    ],
    [1, '{ draftOrder(id: "1") { id name status totalPriceSet { shopMoney { amount } } } }'],
    [2, '{ draftOrder(id: "1") { id status order { id name } } }'],
    [3, '{ productVariant(id: "1") { id price inventoryItem { requiresShipping } product { title } } }'],
    [1, '{ nodes(ids: ["1"]) { __typename id ... on Product { title } ... on Node { id } } }'],
    [1, '{ node(id: "1") { ... on HasEvents { __typename } } }'],
    [10, 'mutation { draftOrderCreate(input: {}) { draftOrder { id name } userErrors { field message } } }'],
    [
      11,
      'mutation { draftOrderComplete(id: "1") { draftOrder { status order { name } } userErrors { message } } }',
    ],
    [10, 'mutation { draftOrderDelete(input: { id: "1" }) { deletedId userErrors { message } } }'],
    [2, '{ order(id: "1") { id shippingAddress { city } } }'],
  ])('is %i for %s', (points, query) => {
    expect(costOf(query)).toBe(points);
  });
});

describe('the actual cost', () => {
  it('is less where a page is short', () => {
    const query = '{ customers(first: 50) { nodes { id defaultEmailAddress { emailAddress } } } }';
    const node = { id: '1', defaultEmailAddress: { emailAddress: 'a@b.c' } };
    expect(costOf(query)).toBe(16);
    expect(costOf(query, { customers: { nodes: [node] } })).toBe(4);
  });

  it('is less where a mutation made nothing', () => {
    const query =
      'mutation { customerCreate(input: {}) { customer { defaultEmailAddress { emailAddress } } } }';
    expect(costOf(query, { customerCreate: { customer: null } })).toBe(10);
  });
});
