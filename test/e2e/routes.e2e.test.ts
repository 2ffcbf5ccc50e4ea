import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/api.js';
import { admin, makeBrand, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';
import { brandWithEverything, type Everything } from '../support/everything.js';
import { type Operation, operationsOf, pathWith, scopeOf } from '../support/operations.js';

/*
 * Walks over everything that the two servers publish in their OpenAPI documents, so that a route that is added is
 * tried without anybody thinking of it.
 */

const { portal, ingestion } = cairn();
const ofPortal = await operationsOf(portal);
const operations = [...ofPortal, ...(await operationsOf(ingestion))];
const named = (list: Operation[]) => list.map(one => [`${one.method} ${one.path}`, one] as const);

let all: Everything;
let other: TestBrand;
const keys: Record<string, string> = {};

const address = { name: 'A', line1: '1', city: 'B', postalCode: 'C', country: 'GB' };
const reward = { type: 'custom', title: 'Another', description: '' };

/** Bodies that are right in themselves, for what names something by its id. */
const bodies: Record<string, unknown> = {
  updateProgram: { name: 'Renamed' },
  setReferralRule: { mode: 'flat', points: 1 },
  updateAmbassador: { name: 'Renamed' },
  updateAction: { name: 'Renamed' },
  updateCampaign: { name: 'Renamed' },
  updateSeries: { name: 'Renamed' },
  publishSeries: {},
  previewSeries: { points: 1 },
  previewSeriesImpact: {},
  moveAmbassador: { programId: randomUUID() },
  leaveProgram: {},
  addCodes: { codes: ['A1'] },
  addCodesToPool: { codes: ['A1'] },
  fulfilReward: {},
  cancelReward: {},
  replaceReward: { reward },
  replaceRewardByAnother: { reward },
  replayDeadLetter: {},
  makeShopPrimaryOne: { primary: true },
  updateMember: { name: 'Renamed' },
  adjustPoints: { points: 1, reason: 'Goodwill' },
  claimReward: { address },
  rejectSubmission: { reason: 'other', text: 'No' },
  mendSubmission: { text: 'better' },
};

beforeAll(async () => {
  [all, other] = await Promise.all([brandWithEverything(), makeBrand('Other')]);
  for (const scope of ['events:write', 'admin:read']) {
    const body = { name: scope, scopes: [scope] };
    keys[scope] = (await admin<{ key: string }>(all.brand, 'POST', '/keys', body)).key;
  }
});

const urlOf = (operation: Operation) =>
  `${ofPortal.includes(operation) ? portal : ingestion}${pathWith(operation, all.ids)}`;

const send = (operation: Operation, token?: string) =>
  call<{ code: string }>(operation.method, urlOf(operation), {
    ...(token === undefined ? {} : { token }),
    ...(operation.requestBody === undefined ? {} : { body: bodies[operation.operationId] ?? {} }),
  });

const secured = operations.filter(operation => operation.security.length > 0);
const byKey = operations.filter(operation => scopeOf(operation) !== undefined);

describe('keys, scopes and brands on every route', () => {
  it('there is an operation for each call of api.md that is built', () => {
    const paths = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    for (const path of [
      'POST /v1/events',
      'POST /api/v1/brands',
      'PUT /api/v1/programs/{id}/referral-rule',
      'POST /api/v1/ambassadors/import',
      'POST /api/v1/actions/{id}/archive',
      'POST /api/v1/campaigns',
      'POST /api/v1/series/{id}/preview',
      'POST /api/v1/series/{id}/pause',
      'POST /api/v1/series/{id}/impact',
      'DELETE /api/v1/series/{id}/draft',
      'POST /api/v1/ambassadors/{id}/move',
      'POST /api/v1/ambassadors/{id}/leave',
      'POST /api/v1/code-pools/{id}/codes',
      'POST /api/v1/fulfilment/{id}/undo',
      'POST /api/v1/submissions/{id}/approve',
      'POST /api/v1/submissions/bulk',
      'POST /api/portal/v1/submissions',
      'PUT /api/portal/v1/submissions/{id}',
      'GET /api/portal/v1/uploads',
      'GET /api/portal/v1/media/{sha256}',
      'GET /api/v1/media/{sha256}',
      'POST /api/portal/v1/campaigns/{id}/join',
      'GET /api/portal/v1/activity',
      'GET /api/v1/fulfilment.csv',
      'POST /api/v1/ambassadors/{id}/adjustments',
      'GET /api/v1/receipts',
      'POST /api/v1/receipts/replay',
      'POST /api/v1/dlq/{id}/replay',
      'POST /api/v1/messages/{id}/send-again',
      'GET /api/v1/shops/{id}/variants',
      'POST /api/auth/magic-link',
      'GET /api/portal/v1/home',
    ])
      expect(paths).toContain(path);
  });

  it.each(named(secured))('%s: 401 without a key, and with an unknown one', async (_, operation) => {
    for (const token of [undefined, 'ck_unknown']) {
      const answer = await send(operation, token);
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it.each(named(byKey))('%s: 403 with a lesser scope', async (_, operation) => {
    const lesser = scopeOf(operation) === 'admin:read' ? 'events:write' : 'admin:read';
    const answer = await send(operation, keys[lesser]);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it.each(named(byKey.filter(({ path }) => path.includes('{'))))(
    '6.2 %s: 404 for another brand’s id',
    async (_, operation) => {
      if (operation.requestBody !== undefined) expect(Object.keys(bodies)).toContain(operation.operationId);
      const answer = await send(operation, other.apiKey);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    },
  );

  it.each(named(byKey.filter(({ path }) => path.includes('{id}'))))(
    '%s: 404 for an id that is nobody’s, and for what is no id',
    async (_, operation) => {
      for (const id of [randomUUID(), 'no-id']) {
        const ids = Object.fromEntries(Object.keys(all.ids).map(name => [name, id]));
        const url = `${ofPortal.includes(operation) ? portal : ingestion}${pathWith(operation, ids)}`;
        const body = operation.requestBody === undefined ? undefined : (bodies[operation.operationId] ?? {});
        const answer = await call<{ code: string }>(operation.method, url, { token: all.brand.apiKey, body });
        expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
      }
    },
  );
});
