import type { FastifyInstance } from 'fastify';

/** For answers that no browser should render: JSON, problems. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For the pages: everything from here; styles in attributes, which the component library sets. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer; the pages set their own content policy over it. */
export function setSecurityHeaders(fastify: FastifyInstance, { secure }: { secure: boolean }): void {
  const headers = {
    'content-security-policy': apiPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}
