import type { AuditItem } from '@cairn/contracts/http/audit-item';
import type { HomeState } from '@cairn/contracts/http/home';
import type { Page } from '@cairn/contracts/http/page';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, ok } from '../support/api.js';
import { admin, enrol, makeBrand, read, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;

beforeAll(async () => {
  brand = await makeBrand('Looked');
}, 60_000);

const look = (id: string, token: string) =>
  call<{ token: string; code: string }>('POST', `${cairn().portal}/api/v1/ambassadors/${id}/look`, {
    token,
  });

describe('6.1 looking at the portal as an ambassador', () => {
  it('6.1 sees what they see, changes nothing, and leaves a record with both names', async () => {
    const ada = await enrol(brand, 'ada');
    const reader = await admin<{ key: string }>(brand, 'POST', '/keys', {
      name: 'Support desk',
      scopes: ['admin:read'],
    });
    const looked = await look(ada.id, reader.key);
    expect(looked.status).toBe(201);
    const { token } = looked.body;
    const portal = `${cairn().portal}/api/portal/v1`;
    const handed = await ok<{ token: string }>('POST', `${cairn().portal}/api/auth/session`, {
      body: { token },
    });
    for (const session of [token, handed.token]) {
      const home = await ok<HomeState>('GET', `${portal}/home`, { token: session });
      expect(home.ambassador).toMatchObject({ id: ada.id, name: 'Ada Lovelace' });
      for (const [method, path] of [
        ['POST', '/submissions'],
        ['PUT', '/submissions/0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01'],
        ['POST', '/campaigns/0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01/join'],
        ['POST', '/rewards/0192d7a6-7c1e-7a64-8b0f-0c8f0f6f9a01/claim'],
      ] as const) {
        const refused = await call<{ code: string }>(method, `${portal}${path}`, {
          token: session,
          body: {},
        });
        expect([method, path, refused.status, refused.body.code]).toEqual([method, path, 403, 'read_only']);
      }
    }
    const record = await until('the record', async () => {
      const { items } = await read<Page<AuditItem>>(brand, '/audit');
      return items.find(item => item.action === 'ambassador.look');
    });
    expect(record).toMatchObject({
      target: { kind: 'ambassador', id: ada.id },
      after: { by: 'Support desk', ambassador: 'Ada Lovelace' },
    });
  });

  it('6.2 is of the brand’s own ambassadors', async () => {
    const [other, eve] = [await makeBrand('Others'), await enrol(brand, 'eve')];
    expect((await look(eve.id, other.apiKey)).status).toBe(404);
  });
});
