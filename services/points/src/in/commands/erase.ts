import type { ServiceCommand } from '@cairn/service-kit/bootstrap/service';
import { DomainError } from '@cairn/service-kit/domain-error';
import { dataSourceOptions } from '@cairn/service-kit/postgres/data-source';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { eraseAmbassador } from '../../app/erase-ambassador.js';
import type { PointsConfig } from '../../config.js';

/** Milliseconds that a statement may take. */
const statementTimeout = 60_000;

const usage = `erase --brand <id> --ambassador <id> [--ref <ref> …]: both by their ids; <ref> as the person was known,
such as email:mia@rosewood.example, externalId:cust-42 or code:mia42
`;

/** As it is kept: e-mail and code case-folded (domain.md 1.3). */
const reference = z
  .string()
  .regex(/^(email|externalId|code):.+$/)
  .transform(ref => (ref.startsWith('externalId:') ? ref : ref.toLowerCase()));

/**
 * `erase --brand <id> --ambassador <id> [--ref <ref> …]` (domain.md 6.3): writes one line of JSON with the counts.
 * @returns 0 when it is done, 1 where the brand has no such ambassador, 2 where it was not called rightly.
 */
export const eraseCommand: ServiceCommand<PointsConfig> = async ({ config, args }) => {
  const asked = wantedOf(args);
  if (asked === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const options = dataSourceOptions(config.POINTS_DATABASE_URL, 2, 'points-erase', statementTimeout);
  const db = await new DataSource(options).initialize();
  try {
    const { brand, ambassador, refs } = asked;
    const erased = await eraseAmbassador(db, brand, ambassador, refs, new Date());
    process.stdout.write(`${JSON.stringify({ brandId: brand, ambassadorId: ambassador, ...erased })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await db.destroy();
  }
};

function wantedOf(args: readonly string[]) {
  const given = Map.groupBy(
    Array.from({ length: Math.ceil(args.length / 2) }, (_, n) => [args[2 * n], args[2 * n + 1]] as const),
    ([flag]) => flag,
  );
  const values = (flag: string) => given.get(flag)?.map(([, value]) => value) ?? [];
  if ([...given.keys()].some(flag => !['--brand', '--ambassador', '--ref'].includes(flag ?? '')))
    return undefined;
  return z
    .object({
      brand: z.tuple([z.uuid()]).transform(([id]) => id),
      ambassador: z.tuple([z.uuid()]).transform(([id]) => id),
      refs: z.array(reference),
    })
    .safeParse({ brand: values('--brand'), ambassador: values('--ambassador'), refs: values('--ref') }).data;
}
