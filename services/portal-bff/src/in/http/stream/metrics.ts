import { registry, seconds } from '@cairn/service-kit/telemetry/metrics';
import { Gauge, Histogram } from 'prom-client';

export const streamsOpen = new Gauge({
  name: 'cairn_streams_open',
  help: 'Open streams of the portal',
  registers: [registry],
});

const postToScreen = new Histogram({
  name: 'cairn_post_to_screen_seconds',
  help: 'From the acceptance of an event until an open stream is given the bar that it moved',
  buckets: [...seconds, 60, 300],
  registers: [registry],
});

/** Milliseconds. What moves a bar later than that is a hold that ended (domain.md 2.8), and nobody waited for it. */
const longest = 3_600_000;

/** Counts a frame that brings what was accepted since the one before it. All three are milliseconds since 1970. */
export function countFrame(before: number | null, acceptedAt: number | null, now: number): void {
  if (acceptedAt === null || acceptedAt <= (before ?? 0) || now - acceptedAt > longest) return;
  postToScreen.observe(Math.max(0, now - acceptedAt) / 1_000);
}
