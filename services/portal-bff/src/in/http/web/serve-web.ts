import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy } from './security-headers.js';

/** Not the web's: what is not found there is a problem, not a page. */
const ours = /^\/(api|internal|health|metrics|docs|openapi\.json)(\/|$)/;

/** No file of a build is called so; whoever asks for one means a file outside. */
const odd = /%|\.\./;

/** Vite puts a hash of its content into the name of every file in here. */
const hashed = /^\/assets\//;

/** Said of a file that is there, and of nothing else. */
const cached = { cacheControl: true } as const;

/** The pages, and the paths that each of them routes by itself; the first that fits. */
const pages = [
  { file: 'admin.html', paths: /^\/admin(\/|\.html$|$)/ },
  { file: 'index.html', paths: /^\// },
] as const;

/**
 * Serves the built web: files as they are, hashed ones for good, and for every other path its page: the admin UI's
 * under /admin, the portal's for the rest (/, /sign-in, /auth …).
 * @returns false where it is not built.
 */
export async function serveWeb(fastify: FastifyInstance, webDir: string): Promise<boolean> {
  if (!existsSync(join(webDir, 'index.html'))) return false;
  await fastify.register(fastifyStatic, { root: webDir, serve: false, cacheControl: false });
  fastify.get('/*', (request, reply) => serve(request, reply));
  return true;
}

function serve(request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0] ?? '/';
  if (ours.test(path) || odd.test(path)) return reply.callNotFound();
  if (hashed.test(path)) return reply.sendFile(path, { ...cached, maxAge: '1y', immutable: true });
  if (/\.[a-z0-9]+$/i.test(path) && !pages.some(({ file }) => path === `/${file}`)) {
    return reply.sendFile(path, { ...cached, maxAge: '1h' });
  }
  void reply.header('cache-control', 'no-cache');
  void reply.header('content-security-policy', pagePolicy);
  return reply.sendFile(pages.find(({ paths }) => paths.test(path))?.file ?? 'index.html');
}
