import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';

export interface OtherServices {
  url: string;
  /** What is answered to `METHOD /path`; a function sees the request. */
  answers: Map<string, unknown | ((request: FastifyRequest, reply: FastifyReply) => unknown)>;
  /** What was asked: method, path with query, body. */
  asked: { method: string; url: string; headers: FastifyRequest['headers']; body: unknown }[];
  close: () => Promise<void>;
}

/** One listener in the place of the five other services; it says of every stream that it was applied. */
export async function otherServices(): Promise<OtherServices> {
  const server = Fastify();
  const answers: OtherServices['answers'] = new Map([['GET /internal/applied', { applied: true }]]);
  const asked: OtherServices['asked'] = [];
  server.all('/*', async (request, reply) => {
    const { method, url, headers, body } = request;
    asked.push({ method, url, headers, body });
    const answer = answers.get(`${method} ${url.split('?')[0]}`);
    return typeof answer === 'function' ? answer(request, reply) : answer;
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, answers, asked, close: () => server.close() };
}
