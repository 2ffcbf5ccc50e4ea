import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { answerWithFault } from '../control/answer-with-fault.js';
import type { Kind } from '../control/fault-mix.js';
import type { FaultQueue } from '../control/fault-queue.js';
import { consentPage, errorPage } from '../page/oauth-pages.js';
import type { Shops } from '../shop/shops.js';
import { isSame } from './authentication.js';
import { Authorise, Decision } from './authorise-query.js';
import { parseScopes, wrongScope } from './scopes.js';
import { shopDomain } from './shop-domain.js';
import { adminHost, signedQuery } from './signature.js';
import { authorise, exchangeCode, refresh } from './tokens.js';

/** The app that the shops know, as its Dev Dashboard would show it. */
export interface App {
  key: string;
  secret: string;
}

const TokenRequest = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string().optional(),
  expiring: z.coerce.string().optional(),
  grant_type: z.string().optional(),
  refresh_token: z.string().optional(),
});

/** What a fault's `operation` names this endpoint by. */
export const ACCESS_TOKEN = 'access_token';
/** A shop that refuses its token or an input is no fault of this endpoint's. */
const REFUSALS_OF_SHOPS: Kind[] = ['invalid_token', 'user_error'];
const REFUSALS = {
  invalidToken: { status: 401, body: { error: 'invalid_request' } },
  throttled: () => ({ status: 429, body: { errors: 'Exceeded 2 calls per second for api client.' } }),
};

export interface OAuthOptions {
  shops: Shops;
  clock: Clock;
  faults: FaultQueue;
  app: App;
}

/** Shopify's authorization code grant for offline tokens, with the page on which a merchant agrees. */
export function oauthRoutes(http: FastifyInstance, { shops, clock, faults, app }: OAuthOptions): void {
  http.get('/admin/oauth/authorize', async (request, reply) => {
    const asked = Authorise.safeParse(request.query);
    if (!asked.success) return refuse(reply, 400, problemsOf(asked.error));
    const domain = asked.data.shop ?? shopDomain(request);
    const mistake = mistakeIn(asked.data, domain);
    if (mistake) return refuse(reply, mistake.status, mistake.message);
    if (asked.data.approve === '1') return install(reply, domain, asked.data);
    return html(reply, consentPage({ ...asked.data, shop: domain }, parseScopes(asked.data.scope)));
  });

  http.post('/admin/oauth/authorize', async (request, reply) => {
    const decided = Decision.safeParse(request.body);
    if (!decided.success) return refuse(reply, 400, problemsOf(decided.error));
    const domain = decided.data.shop ?? shopDomain(request);
    const mistake = mistakeIn(decided.data, domain);
    if (mistake) return refuse(reply, mistake.status, mistake.message);
    if (decided.data.decision === 'install') return install(reply, domain, decided.data);
    return html(
      reply,
      errorPage('Not installed', `${domain} did not install the app. You can close this page.`),
    );
  });

  http.post('/admin/oauth/access_token', async (request, reply) => {
    const shop = shops.find(shopDomain(request));
    if (!shop) return reply.code(404).send({ errors: 'Not Found' });
    const body = TokenRequest.safeParse(request.body);
    if (!body.success) return oauthError(reply, 400, 'invalid_request', problemsOf(body.error));
    const { client_id, client_secret, code, grant_type, refresh_token } = body.data;
    if (!isSame(app.key, client_id) || !isSame(app.secret, client_secret)) {
      return oauthError(
        reply,
        401,
        'invalid_client',
        `No app has the client_id ${client_id} and that secret`,
      );
    }
    if (grant_type !== undefined && !['refresh_token', 'authorization_code'].includes(grant_type)) {
      const message = `not implemented by the stand-in: grant_type ${grant_type}`;
      return oauthError(reply, 400, 'unsupported_grant_type', message);
    }
    const answer = () => {
      const outcome =
        grant_type === 'refresh_token'
          ? refresh(shop.access, refresh_token ?? '', clock())
          : exchangeCode(shop.access, code ?? '', body.data.expiring === '1', clock());
      if ('error' in outcome) {
        return {
          status: outcome.status,
          body: { error: outcome.error, error_description: outcome.description },
        };
      }
      shop.putAccess(outcome.access);
      return { status: 200, body: outcome.answer };
    };
    reply.header('cache-control', 'no-store');
    const asking = { shop: shop.record.domain, rootFields: [ACCESS_TOKEN], impossible: REFUSALS_OF_SHOPS };
    const fault = faults.take(asking);
    if (fault) return answerWithFault(request, reply, fault, answer, REFUSALS);
    const { status, body: answered } = answer();
    return reply.code(status).send(answered);
  });

  function mistakeIn(asked: Authorise, domain: string) {
    if (!shops.find(domain)) {
      const message = `There is no shop ${domain}. Make it on the stand-in's page or by POST /control/shops.`;
      return { status: 404, message };
    }
    if (asked.client_id !== app.key) {
      const message = `Oauth error invalid_request: Could not find Shopify API application with api_key ${asked.client_id}`;
      return { status: 400, message };
    }
    const wrong = wrongScope(parseScopes(asked.scope));
    if (wrong !== undefined) {
      return { status: 400, message: `Oauth error invalid_scope: The access scope is invalid: ${wrong}` };
    }
    if ([asked['grant_options[]']].flat().includes('per-user')) {
      return {
        status: 400,
        message: 'not implemented by the stand-in: grant_options[]=per-user (online tokens)',
      };
    }
    return null;
  }

  /** Back to the app with a code, signed. */
  function install(reply: FastifyReply, domain: string, asked: Authorise): FastifyReply {
    const shop = shops.find(domain);
    if (!shop) return refuse(reply, 404, `There is no shop ${domain}.`);
    const { code, access } = authorise(shop.access, parseScopes(asked.scope), clock());
    shop.putAccess(access);
    const timestamp = String(Math.floor(clock() / 1000));
    const parameters = { code, host: adminHost(domain), shop: domain, state: asked.state, timestamp };
    const separator = asked.redirect_uri.includes('?') ? '&' : '?';
    return reply.redirect(`${asked.redirect_uri}${separator}${signedQuery(parameters, app.secret)}`, 302);
  }
}

/** Without credentials of an app: says what to set. */
export function oauthIsOff(http: FastifyInstance): void {
  const answer = {
    error: 'not implemented by the stand-in: OAuth and webhooks are off, set APP_KEY and APP_SECRET',
  };
  http.all('/admin/oauth/*', async (_request, reply) => reply.code(501).send(answer));
}

function problemsOf(error: z.ZodError): string {
  return error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}

function oauthError(reply: FastifyReply, status: number, error: string, description: string): FastifyReply {
  return reply.code(status).send({ error, error_description: description });
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return html(reply.code(status), errorPage('The app cannot be installed', message));
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}
