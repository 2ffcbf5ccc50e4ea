import { parseArgs } from 'node:util';
import type { ServiceCommand } from '@cairn/service-kit/bootstrap/service';
import { dataSourceOptions } from '@cairn/service-kit/postgres/data-source';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { eraseMedia } from '../../app/media/erase-media.js';
import type { PortalConfig } from '../../config.js';
import { openStore } from '../../out/media/open-store.js';

const usage = 'erase-media --brand <id> --ambassador <id>\n';

/** Milliseconds that a statement may take. */
const statementTimeout = 60_000;

const asked = z.object({ brand: z.uuid(), ambassador: z.uuid() });

/**
 * `erase-media --brand <id> --ambassador <id>`: all photos and videos of one person (domain.md 6.3). Done again it changes
 * nothing.
 * @returns 0 once all are gone, 2 where it was not called rightly or no store is set.
 */
export const eraseMediaCommand: ServiceCommand<PortalConfig> = async ({ config, logger, args }) => {
  const owner = ownerOf(args);
  const store = await openStore(config.MEDIA_URL);
  if (owner === undefined || store === null) {
    process.stderr.write(owner === undefined ? usage : 'MEDIA_URL is not set: no files are kept\n');
    return 2;
  }
  const options = dataSourceOptions(config.PORTAL_BFF_DATABASE_URL, 2, 'portal-bff-erase', statementTimeout);
  const db = await new DataSource(options).initialize();
  try {
    const erased = await eraseMedia(db, store, owner);
    logger.info({ ...owner, erased }, 'photos and videos erased');
    return 0;
  } finally {
    await db.destroy();
  }
};

function ownerOf(args: readonly string[]) {
  try {
    const options = { brand: { type: 'string' }, ambassador: { type: 'string' } } as const;
    const { brand, ambassador } = asked.parse(parseArgs({ args: [...args], options }).values);
    return { brandId: brand, ambassadorId: ambassador };
  } catch {
    return undefined;
  }
}
