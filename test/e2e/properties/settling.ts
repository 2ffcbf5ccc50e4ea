import { topics } from '@cairn/contracts/topics';
import type { ServiceName } from '@cairn/local/services/service-names';
import { createKafka, type Kafka } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { until } from '@cairn/service-kit/testing/until';
import { Databases } from '../../faults/world/databases.js';
import { type Ends, Streams } from '../../faults/world/streams.js';

/** As effects run; a promotion goes back to points. Mails are not waited for: they may take a minute on purpose. */
const way: readonly ServiceName[] = ['points', 'milestones', 'points', 'rewards', 'portal-bff'];

/** Work that is due within so long counts as under way: what failed is tried again within it; holds end later. */
const underWay = `
  SELECT 1 FROM due_work
  WHERE brand_id = ANY($1::uuid[]) AND kind <> 'sweep-drafts' AND due_at < now() + interval '10 minutes' LIMIT 1`;

/** Sees from outside when nothing of some brands is on its way any more, whatever else the product does meanwhile. */
export class Settling {
  private readonly streams: Streams;
  private readonly admin: ReturnType<Kafka['admin']>;

  constructor(private readonly databases: Databases) {
    const brokers = process.env.TEST_KAFKA_BROKERS ?? '';
    this.streams = new Streams(brokers, databases);
    this.admin = createKafka(
      { brokers: brokers.split(',') },
      'settling',
      createLogger('test', 'silent'),
    ).admin();
  }

  async open(): Promise<void> {
    await this.admin.connect();
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }

  /** Waits until all that was accepted of them so far is judged, counted, given and shown. */
  async settled(brandIds: readonly string[]): Promise<void> {
    for (const service of way) {
      const ends = await this.endsFor(service);
      await until(
        `${service} has read what was said`,
        async () => (await this.streams.behind(service, ends)) === 0,
      );
      await until(`${service} has done what was due`, async () => {
        const rows = await this.databases.query(service, underWay, [brandIds]);
        return rows.length === 0;
      });
      await this.published(service);
    }
  }

  private async endsFor(service: ServiceName): Promise<Ends> {
    const consumed = Object.values(topics).filter(({ consumers }: { consumers: readonly ServiceName[] }) =>
      consumers.includes(service),
    );
    const ends = await Promise.all(
      consumed.map(async ({ topic }) =>
        (await this.admin.fetchTopicOffsets(topic)).map(
          ({ partition, high }) => [`${topic} ${partition}`, Number(high)] as const,
        ),
      ),
    );
    return new Map(ends.flat());
  }

  private async published(service: ServiceName): Promise<void> {
    const [last] = await this.databases.query<{ id: string | null }>(
      service,
      'SELECT max(id) AS id FROM outbox',
    );
    if (last?.id == null) return;
    await until(`${service} has published`, async () => {
      const text = 'SELECT 1 FROM outbox WHERE id <= $1 LIMIT 1';
      return (await this.databases.query(service, text, [last.id])).length === 0;
    });
  }
}

/** The running copy's databases, by the superuser of the stack that the test runs on. */
export function runningDatabases(): Databases {
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  const of = (database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const names = ['ingestion', 'points', 'milestones', 'rewards', 'notifications', 'portal_bff'];
  return new Databases(
    Object.fromEntries(names.map(name => [`${name.toUpperCase()}_DATABASE_URL`, of(name)])),
  );
}
