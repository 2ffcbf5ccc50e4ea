import { AxeBuilder } from '@axe-core/playwright';
import type { AuditItem } from '@cairn/contracts/http/audit-item';
import type { Page as List } from '@cairn/contracts/http/page';
import { until } from '@cairn/service-kit/testing/until';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { admin, enrol, makeBrand, read, type TestBrand } from '../support/brand.js';
import { openBrowser } from '../support/browser.js';
import { cairn } from '../support/cairn.js';
import { mailedAdminLink } from '../support/sign-in.js';

let browser: Browser;
let brand: TestBrand;
let context: BrowserContext;
/** Rosa looks at Ada's portal. */
let rosa: Page;
let adaId: string;

const timeout = Number(process.env.UI_TIMEOUT ?? 20_000);
/** A folder for pictures of what is looked at; none are taken without it. */
const screens = process.env.UI_SCREENS;
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

beforeAll(async () => {
  browser = await openBrowser();
  brand = await makeBrand();
  const email = `rosa@${brand.slug}.example`;
  await admin(brand, 'POST', '/members', { name: 'Rosa Ward', role: 'viewer', email });
  adaId = (await enrol(brand, 'ada', 'Ada Lovelace')).id;
  await admin(brand, 'POST', '/actions', {
    programId: brand.programId,
    category: 'social_post',
    review: 'all',
    name: 'Post a story',
    points: 40,
  });
  await admin(brand, 'POST', '/campaigns', {
    programIds: [brand.programId],
    name: 'Spring',
    joinPoints: 25,
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  });
  context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce' });
  rosa = await context.newPage();
  rosa.setDefaultTimeout(timeout);
  await rosa.goto(await mailedAdminLink(brand, email));
  await rosa.getByRole('navigation', { name: 'Main' }).waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

async function looked(page: Page, what: string): Promise<void> {
  if (screens !== undefined) await page.screenshot({ path: `${screens}/${what.replaceAll(' ', '-')}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(violation => [what, violation.id, violation.nodes[0]?.html])).toEqual([]);
}

const adminPage = () => `${cairn().portal}/admin/ambassadors/${adaId}`;
const bannerOf = (page: Page) => page.getByRole('complementary', { name: 'You look at somebody’s portal' });

async function seePortal(): Promise<Page> {
  const opening = context.waitForEvent('page');
  await rosa.getByRole('button', { name: 'See their portal' }).click();
  const portal = await opening;
  portal.setDefaultTimeout(timeout);
  await bannerOf(portal).getByText('Ada Lovelace’s portal').waitFor();
  return portal;
}

describe('6.1 an admin looks at the portal as an ambassador', () => {
  it('6.1 in a new tab, with a banner on every page and everything that changes something off', async () => {
    await rosa.goto(adminPage());
    await rosa.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
    await rosa.getByRole('button', { name: 'See their portal' }).waitFor();
    await looked(rosa, 'their page in the admin');
    const portal = await seePortal();
    expect(portal.url()).toBe(`${cairn().portal}/`);
    await portal.getByRole('heading', { name: 'Hello, Ada' }).waitFor();
    await bannerOf(portal)
      .getByText(/^Seen by Rosa Ward until .+\. Nothing can be changed\.$/)
      .waitFor();
    await looked(portal, 'a look at home');
    await portal.setViewportSize(phone);
    await looked(portal, 'a look at home on a phone');
    await portal.getByRole('link', { name: 'Hand in what you did' }).click();
    await bannerOf(portal).waitFor();
    const handIn = portal.getByRole('button', { name: 'Hand in: Post a story' });
    await handIn.waitFor();
    expect(await handIn.isDisabled()).toBe(true);
    expect(await portal.getByRole('button', { name: 'Join Spring' }).isDisabled()).toBe(true);
    await looked(portal, 'a look at earning on a phone');
    await portal.setViewportSize(desk);
    await looked(portal, 'a look at earning');
    // The server does not take the page's word for it.
    const refused = await portal.evaluate(
      `fetch('/api/portal/v1/submissions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
        .then(async answer => [answer.status, (await answer.json()).code])`,
    );
    expect(refused).toEqual([403, 'read_only']);
    await bannerOf(portal).getByRole('button', { name: 'Stop looking' }).click();
    await portal.waitForURL(adminPage());
    await portal.getByRole('button', { name: 'See their portal' }).waitFor();
    const cookies = (await context.cookies()).map(({ name }) => name);
    expect([cookies.includes('cairn_admin'), cookies.includes('cairn_look')]).toEqual([true, false]);
    await portal.close();
    const record = await until('the record', async () => {
      const { items } = await read<List<AuditItem>>(brand, '/audit');
      return items.find(item => item.action === 'ambassador.look');
    });
    expect(record.after).toMatchObject({ by: 'Rosa Ward', ambassador: 'Ada Lovelace' });
  }, 120_000);

  it('6.1 says in words why no portal opens', async () => {
    await rosa.goto(adminPage());
    await rosa.route('**/look', route => route.abort());
    const opening = context.waitForEvent('page');
    await rosa.getByRole('button', { name: 'See their portal' }).click();
    const tab = await opening;
    await rosa.getByText('Ada Lovelace’s portal could not be opened. There is no connection').waitFor();
    await until('the empty tab is gone', async () => tab.isClosed());
    await rosa.unroute('**/look');
    await rosa.evaluate('window.open = () => null');
    await rosa.getByRole('button', { name: 'See their portal' }).click();
    await rosa.getByText('Allow pop-ups for it').waitFor();
    await looked(rosa, 'no tab could be opened');
  }, 60_000);
});
