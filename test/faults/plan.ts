import { randomUUID } from 'node:crypto';
import { type TopicKey, topics } from '@cairn/contracts/topics';
import { type ServiceName, serviceNames } from '@cairn/local/services/service-names';
import { crash } from './kinds/crash.js';
import type { Fault } from './kinds/fault.js';
import { freeze } from './kinds/freeze.js';
import { killPart, killService } from './kinds/kill.js';
import { backUp, restore } from './kinds/restore.js';
import type { Random } from './random.js';
import type { World } from './world/world.js';

/** The stream by which sales reach a service. */
const mainStream: Record<Exclude<ServiceName, 'ingestion'>, TopicKey> = {
  points: 'activity',
  milestones: 'entries',
  rewards: 'milestones',
  notifications: 'milestones',
  'portal-bff': 'entries',
};

const streamed = Object.keys(mainStream) as (keyof typeof mainStream)[];

/** From where on enough of the sales are through for the highest tiers to unlock. */
const late = 0.7;

/** Every named point, in every service that comes by it. */
export const crashes: readonly Fault[] = [
  ...streamed.flatMap(service => {
    const of = topics[mainStream[service]].topic;
    return [
      crash(service, 'chunk.before-commit', { of }),
      crash(service, 'chunk.after-commit', { of }),
      crash(service, 'rebalance.begun', { of: service, hits: 1, stimulus: secondCopyOf(service) }),
      crash(service, 'rebalance.joined', { of: service, hits: 1, stimulus: secondCopyOf(service) }),
    ];
  }),
  ...(['points', 'milestones', 'rewards', 'notifications'] as const).map(service =>
    crash(service, 'relay.after-produce'),
  ),
  crash('portal-bff', 'relay.after-produce', { hits: 1, stimulus: changeBrand }),
  crash('ingestion', 'ingest.after-produce'),
  ...(['chunk.before-commit', 'chunk.after-commit'] as const).map(point =>
    crash('ingestion', point, { hits: 1, stimulus: changeAmbassador }),
  ),
  ...(['rebalance.begun', 'rebalance.joined'] as const).map(point =>
    crash('ingestion', point, { of: 'ingestion.catalog', hits: 1, stimulus: secondCopyOf('ingestion') }),
  ),
  crash('milestones', 'command.before-commit', { hits: 1, stimulus: makeProgramOnce }),
  crash('milestones', 'command.after-commit', { hits: 1, stimulus: makeProgramOnce }),
  crash('rewards', 'due-work.claimed'),
  crash('notifications', 'due-work.claimed'),
  crash('rewards', 'shopify.after-answer', { of: 'CreateDiscountCode', hits: 2 }),
  crash('rewards', 'shopify.after-answer', { of: 'CreateDraftOrder', hits: 1, from: late }),
  crash('rewards', 'shopify.after-answer', { of: 'CompleteDraftOrder', hits: 1, from: late }),
  crash('notifications', 'smtp.after-answer'),
];

/** SIGKILL of everything, each while messages wait. */
export const kills: readonly Fault[] = [
  ...serviceNames.map(killService),
  killPart('kafka'),
  killPart('postgres'),
  killPart('redis'),
];

/** Copies that stand still until their successors have taken over, and wake. */
export const freezes: readonly Fault[] = streamed.map(freeze);

/** Every database backed up, and later, one after the other, restored. */
export const restores: readonly Fault[] = [...serviceNames.map(backUp), ...serviceNames.map(restore)];

export const everyFault: readonly Fault[] = [...crashes, ...kills, ...freezes, ...restores];

/**
 * The faults in an order that the seed chooses: what needs highest tiers towards the end, backups before all else,
 * so that restores find databases of different ages.
 */
export function ordered(faults: readonly Fault[], random: Random): Fault[] {
  const backUps = faults.filter(({ name }) => name.startsWith('back up '));
  const rest = random.shuffled(faults.filter(fault => !backUps.includes(fault)));
  const early = rest.filter(fault => fault.from === undefined);
  const later = rest.filter(fault => fault.from !== undefined);
  const middle = Math.ceil(early.length * late);
  return [
    ...random.shuffled(backUps),
    ...early.slice(0, middle),
    ...random.shuffled([...early.slice(middle), ...later]),
  ];
}

function secondCopyOf(service: ServiceName): (world: World) => Promise<void> {
  return async world => {
    const { part: copy } = await world.cairn.addCopy(service);
    await copy.stop();
  };
}

async function changeBrand(world: World): Promise<void> {
  const accent = `#${world.random.between(0x100000, 0xffffff).toString(16)}`;
  await world.brand().patch('/api/v1/brand', { accent });
}

async function changeAmbassador(world: World): Promise<void> {
  const brand = world.brand();
  const [somebody] = await brand.list('/api/v1/ambassadors');
  await brand.patch(`/api/v1/ambassadors/${somebody!.id}`, {
    name: `Renamed ${world.random.between(1, 1_000_000)}`,
  });
}

/** A command sent again under its key until it is answered has one effect. */
async function makeProgramOnce(world: World): Promise<void> {
  const brand = world.brand();
  const name = `Program ${randomUUID()}`;
  const { id } = await brand.post(
    '/api/v1/programs',
    { name, category: 'Faults', holdDays: 0 },
    randomUUID(),
  );
  const made = (await brand.list('/api/v1/programs')).filter(program => program.name === name);
  if (made.length !== 1 || made[0]?.id !== id) throw new Error(`one command made ${made.length} programs`);
}
