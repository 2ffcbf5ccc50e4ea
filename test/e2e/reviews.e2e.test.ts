import type { TrustedAmbassador } from '@cairn/contracts/http/ambassador';
import type { Receipt, ReceiptItem } from '@cairn/contracts/http/ledger';
import type { Page } from '@cairn/contracts/http/page';
import type {
  OwnSubmission,
  PortalAction,
  SubmissionCounts,
  SubmissionItem,
} from '@cairn/contracts/http/submission';
import { until } from '@cairn/service-kit/testing/until';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { call, ok } from '../support/api.js';
import { admin, enrol, makeBrand, read, send, type TestBrand } from '../support/brand.js';
import { cairn } from '../support/cairn.js';

let brand: TestBrand;
let actionId: string;

const day = 86_400_000;

beforeAll(async () => {
  brand = await makeBrand();
  await admin(brand, 'PATCH', '/brand', { disclosureTags: ['#ad'], reviewSamplePercent: 100 });
  actionId = await action({ review: 'untrusted', disclosureRequired: true });
}, 60_000);

const action = async (more: object) =>
  (
    await admin<{ id: string }>(brand, 'POST', '/actions', {
      programId: brand.programId,
      category: 'social_post',
      name: 'Post a story',
      points: 40,
      ...more,
    })
  ).id;

/** Somebody signed in to the portal. */
async function ambassador(externalId: string) {
  const made = await enrol(brand, externalId);
  const { token } = await admin<{ token: string }>(brand, 'POST', `/ambassadors/${made.id}/session`);
  const portal = <Body>(method: string, path: string, body?: unknown, more: object = {}) =>
    call<Body>(method, `${cairn().portal}/api/portal/v1${path}`, { token, body, ...more });
  return { ...made, portal };
}

const balance = async (id: string) =>
  (await read<{ available: number }>(brand, `/ambassadors/${id}/balance`)).available;

interface Submitted {
  submissionId: string | null;
  eventId: string;
  receipt: Receipt;
}

describe('2.2 a submission, from the portal through the queue', () => {
  it('is handed in, mended, approved, undone and rejected; the ambassador reads what became of it', async () => {
    const ada = await ambassador('ada');
    const sent = { actionId, proofUrl: 'https://www.tiktok.com/@ada/video/1', text: 'no tag' };
    const once = { idempotencyKey: 'first' };
    const first = await ada.portal<Submitted>('POST', '/submissions', sent, once);
    expect([first.status, first.body.receipt.reason]).toEqual([202, 'disclosure_missing']);
    const again = await ada.portal<Submitted>('POST', '/submissions', sent, once);
    expect(again.body.eventId).toBe(first.body.eventId);
    const reused = await ada.portal<{ code: string }>('POST', '/submissions', { actionId, text: 'x' }, once);
    expect(reused.body.code).toBe('idempotency_key_reused');

    const id = first.body.submissionId!;
    const mended = await ada.portal<OwnSubmission>('PUT', `/submissions/${id}`, { text: 'now #ad' });
    expect(mended.body).toMatchObject({ status: 'in_review', attempt: 2 });
    const other = await ambassador('eve');
    expect((await other.portal('PUT', `/submissions/${id}`, { text: 'mine' })).status).toBe(404);

    expect(await read<SubmissionCounts>(brand, '/submissions/counts')).toMatchObject({ waiting: 1 });
    const queue = await read<Page<SubmissionItem>>(brand, `/submissions?order=oldest&actionId=${actionId}`);
    expect(queue.items[0]).toMatchObject({
      id,
      ambassador: { id: ada.id, name: 'Ada Lovelace' },
      trust: 'new',
      action: { name: 'Post a story' },
      points: 40,
    });
    await admin(brand, 'POST', `/submissions/${id}/approve`);
    await until('the points are there', async () => (await balance(ada.id)) === 40);
    const late = await call<{ code: string }>('POST', `${cairn().portal}/api/v1/submissions/${id}/reject`, {
      token: brand.apiKey,
      body: { reason: 'not_visible' },
    });
    expect([late.status, late.body.code]).toEqual([409, 'wrong_status']);
    await admin(brand, 'POST', `/submissions/${id}/undo`);
    await until('the points are taken back', async () => (await balance(ada.id)) === 0);
    const bulk = { ids: [id], action: 'reject', reason: 'other', text: 'Show the box.' };
    expect(await admin(brand, 'POST', '/submissions/bulk', bulk)).toMatchObject({ done: [id], refused: [] });
    const own = (await ada.portal<Page<OwnSubmission>>('GET', '/submissions')).body.items[0]!;
    expect(own).toMatchObject({ status: 'rejected', reason: 'other', rejectionText: 'Show the box.' });
    expect(own.explanation).toContain('Show the box.');
    expect(own).not.toHaveProperty('reviewedBy');
    const lines = await ada.portal<Page<ReceiptItem>>('GET', '/activity');
    expect(lines.body.items[0]).toMatchObject({ status: 'not_awarded', reason: 'rejected' });
    expect(lines.body.items[0]?.explanation).toMatch(/could not accept/);

    const { body } = await ada.portal<Page<PortalAction>>('GET', '/actions');
    const shown = body.items.find(item => item.id === actionId)!;
    expect(shown).toMatchObject({
      waiting: 0,
      submission: { id, status: 'rejected' },
      disclosureTags: ['#ad'],
    });
  }, 60_000);

  it('1.5 somebody trusted is awarded at once, and the sample is looked at afterwards', async () => {
    const bob = await ambassador('bob');
    const trusted = await admin<TrustedAmbassador>(brand, 'PATCH', `/ambassadors/${bob.id}`, {
      trust: 'trusted',
    });
    expect(trusted).toMatchObject({ trust: 'trusted', trustSetBy: 'admin' });
    expect(await read(brand, `/ambassadors/${bob.id}`)).toMatchObject({ trust: 'trusted' });
    const { body } = await bob.portal<Submitted>('POST', '/submissions', { actionId, text: 'love it #ad' });
    expect(body.receipt).toMatchObject({ status: 'awarded', points: 40 });
    const path = `/submissions?ambassadorId=${bob.id}&sampled=true&status=in_review`;
    const [sample] = (await read<Page<SubmissionItem>>(brand, path)).items;
    await admin(brand, 'POST', `/submissions/${sample!.id}/reject`, { reason: 'suspected_fraud' });
    await until('the award is reversed', async () => (await balance(bob.id)) === 0);
    const cleo = await enrol(brand, 'cleo', 'Cleo', { trust: 'standard' });
    expect(await read(brand, `/ambassadors/${cleo.id}`)).toMatchObject({ trust: 'standard' });
  }, 60_000);

  it('2.5 a campaign is joined from the portal', async () => {
    const dan = await ambassador('dan');
    const campaign = await admin<{ id: string }>(brand, 'POST', '/campaigns', {
      programIds: [brand.programId],
      name: 'Spring',
      joinPoints: 25,
      startsAt: new Date(Date.now() - day).toISOString(),
      endsAt: new Date(Date.now() + day).toISOString(),
    });
    const joined = await dan.portal<Submitted>('POST', `/campaigns/${campaign.id}/join`, {});
    expect(joined.body.receipt).toMatchObject({ status: 'awarded', points: 25 });
    await until('the portal knows', async () => {
      const { body } = await dan.portal<Page<{ state: string }>>('GET', '/campaigns');
      return body.items[0]?.state === 'joined';
    });
  }, 60_000);
});

describe('2.11 a sale to the ambassador’s own address', () => {
  it('waits for review, whatever tag it has; approved it counts', async () => {
    const fay = await ambassador('fay');
    const [local, host] = fay.email.split('@');
    const sale = {
      orderId: 'own-1',
      currency: 'USD',
      netAmount: 10_000,
      customerEmail: `${local!.toUpperCase()}+shop@${host}`,
    };
    const receipt = await send(brand, { id: 'own', type: 'referral.sale', externalId: 'fay', data: sale });
    expect(receipt).toMatchObject({ status: 'in_review', reason: 'self_referral_review' });
    const [item] = (await read<Page<SubmissionItem>>(brand, '/submissions?kind=self_referral')).items;
    expect(item).toMatchObject({ order: { id: 'own-1' }, ambassadorId: fay.id, actionId: null });
    expect(JSON.stringify(item)).not.toContain('@');
    await admin(brand, 'POST', `/submissions/${item!.id}/approve`);
    await until('the points are there', async () => (await balance(fay.id)) === 25);
  }, 60_000);
});

describe('6.1 who may decide', () => {
  it('is a key that may write, and nobody with one that reads', async () => {
    const body = { name: 'reader', scopes: ['admin:read'] };
    const { key } = await admin<{ key: string }>(brand, 'POST', '/keys', body);
    const reads = await ok<Page<SubmissionItem>>('GET', `${cairn().portal}/api/v1/submissions`, {
      token: key,
    });
    const url = `${cairn().portal}/api/v1/submissions/${reads.items[0]!.id}/undo`;
    expect((await call('POST', url, { token: key, body: {} })).status).toBe(403);
  });
});
