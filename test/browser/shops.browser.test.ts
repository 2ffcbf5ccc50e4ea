import { AxeBuilder } from '@axe-core/playwright';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { admin, makeBrand, read, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
let rosa: Page;
let domain: string;

interface Shop {
  domain: string;
  status: string;
  primary: boolean;
  ordersPulledAt: string | null;
}

const shops = async () => (await read<{ items: Shop[] }>(brand, '/shops')).items;

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  domain = `second-${brand.slug}.myshopify.com`;
  await until('the first shop is connected', async () => (await shops()).length === 1);
  const made = await fetch(`${cairn().shop}/control/shops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ domain }),
  });
  expect(made.status).toBe(201);
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'owner', email });
  rosa = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await rosa.goto(await mailedAdminLink(brand, email));
  await rosa.getByRole('navigation', { name: 'Main' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

describe('a brand’s shops', () => {
  it('are connected at Shopify, made primary and disconnected', async () => {
    await rosa.goto(`${cairn().portal}/admin/settings/shop`);
    const list = rosa.getByRole('list', { name: 'Shops' });
    await list.getByText('Primary', { exact: true }).waitFor();
    const address = rosa.getByRole('textbox', { name: 'Connect a shop' });
    await address.fill('rosewood.example');
    await rosa.getByRole('button', { name: 'Connect', exact: true }).click();
    await rosa.getByText('The shop’s own address').waitFor();
    const { violations } = await new AxeBuilder({ page: rosa }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    await address.fill(domain);
    await rosa.getByRole('button', { name: 'Connect', exact: true }).click();
    await rosa.getByRole('button', { name: 'Install' }).click();
    await rosa.getByText('The shop is connected').waitFor();
    const row = list.getByRole('listitem').filter({ hasText: domain });
    await row.getByRole('button', { name: 'Make primary' }).click();
    await until('it is the primary one', async () => (await shops())[0]?.domain === domain);
    await row.getByText('Primary', { exact: true }).waitFor();

    const pulledAt = async () => (await shops())[0]?.ordersPulledAt ?? null;
    await until('its orders were read', async () => (await pulledAt()) !== null);
    const first = await pulledAt();
    await row.getByRole('button', { name: 'Look for orders now' }).click();
    await until('they were read again', async () => (await pulledAt()) !== first);
    await row.getByText('all were last looked for').waitFor();

    await row.getByRole('button', { name: 'Disconnect' }).click();
    const dialog = rosa.getByRole('dialog', { name: `Disconnect ${domain}?` });
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await row.getByText('Disconnected', { exact: true }).waitFor();
    expect(await shops()).toMatchObject([
      { status: 'connected', primary: true },
      { domain, status: 'uninstalled', primary: false },
    ]);
  });

  it('say what to do where the way back is not Shopify’s', async () => {
    await rosa.goto(`${cairn().portal}/api/v1/shops/callback?shop=${domain}&code=x&state=y&hmac=0`);
    await rosa.getByText('What came back was not Shopify’s').waitFor();
    const { violations } = await new AxeBuilder({ page: rosa }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
