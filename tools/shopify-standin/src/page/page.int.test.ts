import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SHOP, Standin } from '../testing/standin.js';

let standin: Standin;

beforeEach(async () => {
  standin = new Standin(() => Date.parse('2026-11-01T10:00:00Z'));
  await standin.start();
});
afterEach(() => standin.stop());

function submit(form: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ domain: SHOP, ...fields });
  return fetch(`${standin.url}/do/${form}`, { method: 'POST', body, headers });
}

async function optionOf(words: string): Promise<string> {
  const html = await (await fetch(standin.url)).text();
  const found = new RegExp(`<option value="(\\d+)">[^<]*${words}`).exec(html)?.[1];
  if (!found) throw new Error(`no option of ${words}`);
  return found;
}

describe('the page', () => {
  it('sells by its form with a code and a landing page, and shows what came of it', async () => {
    await submit('code', { code: 'ADA', percent: '10' });
    const variantId = await optionOf('Tote');
    const fields = { variantId, quantity: '1', email: 'ada@example.com', shipping: '' };
    const answer = await submit('buy', { ...fields, discountCode: 'ada', landingSite: '/?ref=ADA' });
    const html = await answer.text();
    expect(html).toContain('Order #1001 is placed and paid');
    expect(html).toContain('/?ref=ADA');
    expect(html).toContain('34.20 USD');
    const sold = await standin.control('GET', `/shops/${SHOP}/orders`);
    expect(sold).toMatchObject({
      items: [{ discountCodes: ['ADA'], landingSite: '/?ref=ADA', total: '34.2' }],
    });
    const id = (sold as { items: { id: string }[] }).items[0]?.id.split('/').at(-1) ?? '';
    expect(await (await submit('order', { id, act: 'refund' })).text()).toContain('34.20 refunded');
    expect(await (await submit('order', { id, act: 'pay' })).text()).toContain('The order is paid');
  });

  it('says what is wrong, and takes nobody at their word', async () => {
    const variantId = await optionOf('Tote');
    const fields = { variantId, quantity: '1', email: '', landingSite: '', shipping: '' };
    const html = await (await submit('buy', { ...fields, discountCode: '<img src=x>' })).text();
    expect(html).toContain('class="problem"');
    expect(html).not.toContain('<img');
    const shown = await (await fetch(`${standin.url}/?problem=${encodeURIComponent('<script>')}`)).text();
    expect(shown).not.toContain('<script>');
    expect(await (await submit('shop', { domain: 'Not a shop' })).text()).toContain('A domain is');
    expect(await (await submit('shop', { domain: 'second.myshopify.com' })).text()).toContain(
      'second.myshopify.com is there',
    );
    expect(await (await submit('uninstall', {})).text()).toContain('The app is uninstalled');
  });

  it('takes no form from another site', async () => {
    expect((await submit('uninstall', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('codes by control', () => {
  it('are made for everybody, and refused when taken', async () => {
    const made = await standin.control('POST', `/shops/${SHOP}/discounts`, {
      code: 'ADA',
      amount: '5.00',
      minimum: '20',
    });
    expect(made).toMatchObject({ code: 'ADA', status: 'ACTIVE', uses: 0, customerIds: null });
    const again = await standin.request('POST', `/shops/${SHOP}/discounts`, { code: 'ada', percentage: 10 });
    expect(again.status).toBe(422);
    expect((await standin.request('POST', `/shops/${SHOP}/discounts`, { code: 'B' })).status).toBe(400);
  });
});
