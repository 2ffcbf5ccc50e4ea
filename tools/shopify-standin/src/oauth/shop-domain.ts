import type { FastifyRequest } from 'fastify';

/** The client names the shop by header; without it the Host says it, as at Shopify. */
export function shopDomain(request: FastifyRequest): string {
  const named = request.headers['x-shopify-shop-domain'];
  return typeof named === 'string' ? named : request.hostname;
}
