import { GraphQLError, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { allows, type Scopes } from '../oauth/scopes.js';

/** What a mutation needs, by the scopes that Shopify's reference names. */
const OF_MUTATION: Readonly<Record<string, string>> = {
  customerCreate: 'write_customers',
  customerSet: 'write_customers',
  discountCodeBasicCreate: 'write_discounts',
  draftOrderCreate: 'write_draft_orders',
  draftOrderComplete: 'write_draft_orders',
  draftOrderDelete: 'write_draft_orders',
};

/** What a field needs that answers such an object, at the root or deeper. */
const OF_TYPE: Readonly<Record<string, string>> = {
  Customer: 'read_customers',
  CustomerConnection: 'read_customers',
  DiscountCodeNode: 'read_discounts',
  DiscountCodeNodeConnection: 'read_discounts',
  DiscountNode: 'read_discounts',
  DiscountNodeConnection: 'read_discounts',
  DraftOrder: 'read_draft_orders',
  DraftOrderConnection: 'read_draft_orders',
  Order: 'read_orders',
  OrderConnection: 'read_orders',
  Product: 'read_products',
  ProductConnection: 'read_products',
  ProductVariant: 'read_products',
  ProductVariantConnection: 'read_products',
};

/** @throws GraphQLError ACCESS_DENIED in Shopify's words, before anything is done */
export function refuseWithoutScope(scopes: Scopes, info: GraphQLResolveInfo): void {
  if (scopes === null) return;
  const { fieldName, parentType, schema } = info;
  const isMutation = parentType === schema.getMutationType();
  const wanted = isMutation ? OF_MUTATION[fieldName] : OF_TYPE[getNamedType(info.returnType).name];
  if (wanted !== undefined && !allows(scopes, wanted)) throw accessDenied(fieldName, wanted);
}

/** @throws GraphQLError ACCESS_DENIED for a `node` of that type */
export function refuseNodeWithoutScope(scopes: Scopes, type: string): void {
  const wanted = OF_TYPE[type];
  if (wanted !== undefined && !allows(scopes, wanted)) throw accessDenied('node', wanted);
}

function accessDenied(field: string, scope: string): GraphQLError {
  const requiredAccess = `\`${scope}\` access scope.`;
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess,
    },
  });
}
