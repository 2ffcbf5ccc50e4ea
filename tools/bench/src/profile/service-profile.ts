import { join } from 'node:path';
import type { ServiceName } from '@cairn/local/services/service-names';
import type { LedgerBench } from '../ledger/measure-ledger.js';
import { type WorkedOff, workOff } from '../ledger/work-off.js';
import type { Bed } from '../stack/bed.js';
import { runService } from '../stack/service-run.js';
import type { ProfileSummary } from './cpu-profile.js';
import { profileInto, readProfile } from './profile-flags.js';
import { forgetStatements, type SlowStatement, slowestStatements } from './slow-statements.js';

/** Where the time of one service goes when it does nothing but work. */
export interface ServiceProfile {
  readonly service: ServiceName;
  /** What it was doing, in words. */
  readonly under: string;
  /** Messages or events a second meanwhile, the profiler's cost included. */
  readonly perSecond: number;
  readonly profile: ProfileSummary;
  readonly statements: readonly SlowStatement[];
}

const mostStatements = 5;

/** Points on the preloaded topic, then each of the others on what that left for it, one after the other. */
export async function profileColumns(
  bed: Bed,
  ledger: LedgerBench,
  onProfile: (profile: ServiceProfile) => void,
): Promise<void> {
  const others = ['milestones', 'rewards', 'notifications', 'portal-bff'] as const;
  const run = (service: ServiceName, flags: string[]): Promise<WorkedOff> =>
    service === 'points' ? ledger.run(flags) : workOff(bed, service, flags);
  for (const service of ['points', ...others] as const) {
    const dir = join(bed.dir, 'profiles', service);
    await forgetStatements(bed);
    const { messages, seconds } = await run(service, profileInto(dir));
    onProfile({
      ...{ service, under: 'working off what waits for it, alone' },
      perSecond: seconds === 0 ? 0 : messages / seconds,
      profile: readProfile(dir),
      statements: await slowestStatements(bed, service.replaceAll('-', '_'), mostStatements),
    });
  }
}

/** Ingestion (stopped before, and after) under a load that returns events a second. */
export async function profileIngestion(
  bed: Bed,
  under: string,
  load: () => Promise<number>,
): Promise<ServiceProfile> {
  const dir = join(bed.dir, 'profiles', `ingestion-${under.replaceAll(/\W+/g, '-')}`);
  await forgetStatements(bed);
  const service = await runService(bed, 'ingestion', profileInto(dir));
  try {
    const perSecond = await load();
    const statements = await slowestStatements(bed, 'ingestion', mostStatements);
    await service.stop();
    return { service: 'ingestion', under, perSecond, profile: readProfile(dir), statements };
  } finally {
    await service.stop();
  }
}
