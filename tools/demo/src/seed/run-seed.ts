import { expectedOf } from '../check/expected.js';
import type { SignIn } from '../demo-result.js';
import type { DemoSurroundings } from '../demo-surroundings.js';
import { Api } from '../http/api.js';
import { Inbox } from '../http/inbox.js';
import { signInLink } from '../http/sign-in-link.js';
import { enrolledAmbassadors } from '../setup/ambassador-ids.js';
import { brandKeyPath, writeBrandKey } from '../setup/brand-key.js';
import { enrol } from '../setup/enrol.js';
import { type OpenBrand, openBrand } from '../setup/open-brand.js';
import { publishSeries, setUpPrograms } from '../setup/set-up-programs.js';
import { shopDomain } from '../setup/shop-domain.js';
import { sendWaves } from '../wait/send-waves.js';
import { sendActivities } from './activities.js';
import { addGifts } from './add-gifts.js';
import { makeEarning } from './earning.js';
import { address, owner, rosewoodPlan, slug } from './rosewood.js';
import { ensureMember } from './team.js';

export interface SeedResult {
  brand: { id: string; slug: string };
  apiKey: string;
  /** Where the brand's API key is kept. */
  keyFile: string;
  links: SignIn[];
  /** Into the admin UI. */
  admin: SignIn;
}

/**
 * Makes the brand Rosewood with a few ambassadors at different heights, through the API alone. On data where that is
 * done already it changes nothing and only asks for new sign-in links.
 */
export async function runSeed(surroundings: DemoSurroundings): Promise<SeedResult> {
  const { environment } = surroundings;
  const plan = rosewoodPlan(surroundings.now);
  const open = await openBrand(surroundings, slug, plan.brand, 'rosewood-1');
  const inbox = new Inbox(environment.inboxUrl);
  if (!open.key.completed) await fill(open, inbox, plan, surroundings);
  const links = await Promise.all(
    plan.ambassadors.map(async ({ name, standing, email }) => ({
      name,
      standing,
      url: await signInLink(environment.cairnUrl, inbox, email, slug),
    })),
  );
  await ensureMember(open.api, owner);
  const url = await signInLink(environment.cairnUrl, inbox, owner.email, slug, 'admin');
  const admin = { name: owner.name, standing: 'the brand’s owner', url };
  const keyFile = brandKeyPath(environment.dataDir, slug);
  return { brand: { id: open.key.brandId, slug }, apiKey: open.key.apiKey, keyFile, links, admin };
}

async function fill(
  { api, key }: OpenBrand,
  inbox: Inbox,
  plan: ReturnType<typeof rosewoodPlan>,
  surroundings: DemoSurroundings,
): Promise<void> {
  const { environment, now } = surroundings;
  await shopDomain(api);
  const programs = await setUpPrograms(api, plan.brand);
  // Who is there from a run that was broken off keeps the day on which they joined then.
  const there = await enrolledAmbassadors(api);
  const people = plan.ambassadors
    .filter(person => !there.has(person.externalId))
    .map(({ standing: _, ...person }) => person);
  await enrol(
    api,
    people.map(person => (person.name === address.name ? { ...person, address } : person)),
    programs,
    () => {},
  );
  const [ids] = programs.values();
  await addGifts(api, ids!.seriesId);
  const earning = await makeEarning(api, ids!.programId, now);
  await publishSeries(api, plan.brand, programs);
  const ingestion = new Api(environment.ingestionUrl, key.apiKey);
  await sendActivities(api, ingestion, earning, now);
  const afterSales = expectedOf({
    ambassadors: plan.ambassadors,
    events: plan.sales,
    programs: plan.brand.programs,
    seriesIds: new Map([...programs].map(([name, ids]) => [name, ids.seriesId])),
  });
  await sendWaves({ api, ingestion, inbox, slug }, plan, afterSales, surroundings);
  writeBrandKey(environment.dataDir, { ...key, completed: true });
}
