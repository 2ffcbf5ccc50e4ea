import { AxeBuilder } from '@axe-core/playwright';
import type { Page as List } from '@cairn/contracts/http/page';
import type { FulfilmentItem, RewardItem } from '@cairn/contracts/http/reward-item';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { admin, enrol, makeBrand, read, send, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink, mailedLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
let page: Page;
let programId: string;
const owner = { name: 'Rosa Ward', role: 'owner' };

const day = 86_400_000;

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { ...owner, email });
  programId = (await admin<{ id: string }>(brand, 'POST', '/programs', { name: 'Insiders', category: 'vip' }))
    .id;
  await admin(brand, 'PUT', `/programs/${programId}/referral-rule`, { mode: 'flat', points: 30 });
  const pool = await admin<{ id: string }>(brand, 'POST', '/code-pools', { name: 'Spa days' });
  await admin(brand, 'POST', `/code-pools/${pool.id}/codes`, { codes: ['SPA-DAY-1'] });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // What is still fading in has no contrast yet.
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(Number(process.env.UI_TIMEOUT ?? 20_000));
  await page.goto(await mailedAdminLink(brand, email));
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
});

afterAll(async () => {
  await browser.close();
});

const rewardsOf = async (id: string) =>
  (await read<List<RewardItem>>(brand, `/ambassadors/${id}/rewards`)).items;

async function addReward(kind: RegExp): Promise<Locator> {
  const groups = page.getByRole('group', { name: /^Reward \d+:/ });
  const before = await groups.count();
  await page.getByRole('button', { name: 'Add reward' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await until('the reward is there', async () => (await groups.count()) === before + 1);
  return groups.nth(before);
}

/** Takes an option of a select by what it says. */
async function choose(select: Locator, option: RegExp): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: option }).first().click();
}

async function noViolations(what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

describe('the admin UI', () => {
  it('builds a series, publishes it, and all three paths bring rewards of all four types', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Series' }).click();
    await page.getByRole('table', { name: 'Milestone series' }).waitFor();
    await noViolations('the list');
    await page.getByRole('link', { name: 'Create new milestone series' }).first().click();

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('The inner circle');
    await page.getByLabel('Category').first().fill('vip');
    await page.keyboard.press('Escape');
    await page.getByLabel('Programs').first().click();
    await page.getByRole('option', { name: 'Insiders' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: /Stay at the top/ }).check();

    await page.getByRole('button', { name: 'Add tier' }).first().click();
    await page.getByRole('textbox', { name: 'Tier name' }).fill('Opal');
    await page.getByRole('textbox', { name: 'Threshold' }).fill('100');
    await page.getByRole('radio', { name: 'Emerald' }).check({ force: true });

    const code = await addReward(/^Discount code/);
    await choose(code.getByRole('combobox', { name: 'Code from' }), /pool/i);
    await choose(code.getByRole('combobox', { name: 'Pool' }), /Spa days/);
    await code.getByRole('textbox', { name: 'Percent off' }).fill('50');
    const product = await addReward(/^Shopify product/);
    await choose(product.getByRole('combobox', { name: 'Product' }), /./);
    const byHand = await addReward(/^Product by hand/);
    await byHand.getByRole('textbox', { name: 'Product name' }).fill('Gift box');
    const custom = await addReward(/^Something else/);
    await custom.getByRole('textbox', { name: 'Title' }).fill('A call with the founder');

    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Points in the preview' }).fill('60');
    await page.getByText(/At 60 points: .*40 to Opal/).waitFor();
    await page
      .frameLocator('iframe[title="The portal on a phone"]')
      .getByText(/40 to Opal/)
      .first()
      .waitFor();
    await noViolations('the builder');

    await page.getByRole('button', { name: 'Publish…' }).click();
    await page
      .getByRole('dialog', { name: /Publish this series/ })
      .getByRole('button', { name: 'Publish now' })
      .click();
    await page.getByRole('heading', { name: 'The inner circle' }).waitFor();
    await page.getByText('Live', { exact: true }).first().waitFor();
    await noViolations('the series’ page');

    const action = await admin<{ id: string }>(brand, 'POST', '/actions', {
      programId,
      category: 'product_review',
      name: 'Review it',
      points: 30,
    });
    const campaign = await admin<{ id: string }>(brand, 'POST', '/campaigns', {
      programIds: [programId],
      name: 'Spring',
      joinPoints: 40,
      startsAt: new Date(Date.now() - day).toISOString(),
      endsAt: new Date(Date.now() + day).toISOString(),
    });
    const ada = await enrol(brand, 'ada', 'Ada Lovelace', { programId });
    const by = { externalId: 'ada' };
    await send(brand, { id: 'a', type: 'action.completed', ...by, data: { actionId: action.id } });
    await send(brand, { id: 'c', type: 'campaign.joined', ...by, data: { campaignId: campaign.id } });
    const sale = { orderId: 'o', currency: 'USD', netAmount: 1_000 };
    await send(brand, { id: 's', type: 'referral.sale', ...by, data: sale });
    const rewards = await until('all four rewards are there', async () => {
      const found = await rewardsOf(ada.id);
      return found.length === 4 && found.every(({ status }) => status !== 'pending') && found;
    });
    expect(Object.fromEntries(rewards.map(({ type, status }) => [type, status]))).toEqual({
      discount_code: 'issued',
      shopify_product: 'claimable',
      manual_product: 'needs_fulfilment',
      custom: 'needs_fulfilment',
    });
    await claimInThePortal(ada.email);
    await until('the product is ordered', async () =>
      (await rewardsOf(ada.id)).some(({ status }) => status === 'ordered'),
    );
  });

  it('fulfils from the queue, by its filters in the URL, and undoes it', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /Fulfilment/ })
      .click();
    await page.getByRole('table', { name: /Fulfilment|Rewards/ }).waitFor();
    await noViolations('the queue');
    await page.getByRole('button', { name: 'Gift box' }).click();
    const drawer = page.getByRole('dialog', { name: 'Gift box' });
    await drawer.getByRole('textbox', { name: 'Tracking number' }).fill('1Z 999');
    await drawer.getByRole('textbox', { name: 'Note' }).fill('With love');
    await noViolations('one reward');
    await drawer.getByRole('button', { name: 'Mark as fulfilled' }).click();
    const box = async (query: string) =>
      (await read<List<FulfilmentItem>>(brand, `/fulfilment?${query}`)).items.find(
        ({ title }) => title === 'Gift box',
      );
    await until('it is fulfilled', async () => (await box('status=fulfilled'))?.tracking === '1Z 999');
    await page.goto(`${cairn().portal}/admin/fulfilment?status=fulfilled`);
    await page.getByRole('button', { name: 'Gift box' }).click();
    await drawer.getByRole('button', { name: 'Undo fulfilment' }).click();
    await until('it waits again', async () => await box('status=needs_fulfilment'));
  });

  it('shows one person with ledger, rewards and receipts', async () => {
    await page.goto(`${cairn().portal}/admin/ambassadors`);
    await page.getByRole('link', { name: 'Ada Lovelace' }).first().click();
    await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
    const shown = page.getByRole('navigation', { name: 'What is shown' });
    const rows = (table: string) => page.getByRole('table', { name: table }).getByRole('row');
    await shown.getByRole('link', { name: 'Ledger' }).click();
    await until('three rows below the head', async () => (await rows('Ledger').count()) === 4);
    await noViolations('a ledger');
    await shown.getByRole('link', { name: 'Rewards' }).click();
    await until('four rewards', async () => (await rows('Rewards').count()) === 5);
    await shown.getByRole('link', { name: 'Receipts' }).click();
    for (const title of [/Review it/, /Joined Spring/, /Sale #o/])
      await page.getByText(title).first().waitFor();
    await noViolations('receipts');
  });

  it('filters the series by the URL, and asks who is not signed in to sign in', async () => {
    const { portal } = cairn();
    await page.goto(`${portal}/admin/series?status=ended`);
    await page
      .getByText(/No series/i)
      .first()
      .waitFor();
    await page.goto(`${portal}/admin/series?category=vip&status=live`);
    await page.getByRole('link', { name: 'The inner circle' }).waitFor();
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${portal}/admin/series?category=vip`);
    await stranger.getByRole('textbox', { name: 'Work e-mail' }).waitFor();
    await stranger.context().close();
  });
});

async function claimInThePortal(email: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const portal = await context.newPage();
  portal.setDefaultTimeout(20_000);
  await portal.goto(await mailedLink(brand, email));
  const unlocked = portal.getByRole('dialog', { name: /Opal unlocked/ });
  await unlocked.waitFor({ timeout: 3_000 }).then(
    () => portal.keyboard.press('Escape'),
    () => undefined,
  );
  await portal.getByRole('button', { name: 'Say where it should go' }).first().click();
  const dialog = portal.getByRole('dialog', { name: 'Where should it go?' });
  await dialog.getByRole('textbox', { name: 'Street and number' }).fill('1 Mill Road');
  await dialog.getByRole('textbox', { name: 'Postal code' }).fill('BA1 1AA');
  await dialog.getByRole('textbox', { name: 'City' }).fill('Bath');
  await dialog.getByLabel('Country').first().fill('United Kingdom');
  await portal.getByRole('option', { name: 'United Kingdom' }).click();
  const { violations } = await new AxeBuilder({ page: portal }).analyze();
  expect(violations.map(violation => violation.id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send it to me' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await context.close();
}
