import type { Logger } from '@cairn/service-kit/telemetry/logger';
import { versionGaps } from '@cairn/service-kit/telemetry/metrics';
import type { VersionGap } from '../../app/read-model/newer-states.js';

/** Counts and tells what is missing; the newer state was applied, since it is whole. */
export function reportGaps(logger: Logger, topic: string, gaps: readonly VersionGap[]): void {
  if (gaps.length === 0) return;
  versionGaps.inc({ topic }, gaps.length);
  logger.warn(
    { topic, gaps: gaps.slice(0, 10), count: gaps.length },
    'versions are missing in a stream: the newest state was taken; look for what was not published',
  );
}
