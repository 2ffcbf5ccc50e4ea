import type { ServiceName } from '@cairn/local/services/service-names';
import { createKafka, type Kafka } from '@cairn/service-kit/kafka/client';
import { createLogger } from '@cairn/service-kit/telemetry/logger';

type Admin = ReturnType<Kafka['admin']>;

/** Who is in the services' consumer groups, as the broker sees it. */
export class Groups {
  private constructor(private readonly admin: Admin) {}

  static async connect(brokers: string): Promise<Groups> {
    const logger = createLogger('rolling', 'silent');
    const admin = createKafka({ brokers: brokers.split(',') }, 'rolling', logger).admin();
    await admin.connect();
    return new Groups(admin);
  }

  /** Members of each group of a service that has any. */
  async membersOf(service: ServiceName): Promise<ReadonlyMap<string, number>> {
    const { groups: listed } = await this.admin.listGroups();
    const ids = listed
      .map(({ groupId }) => groupId)
      .filter(id => id === `cairn.${service}` || id.startsWith(`cairn.${service}.`));
    const { groups } = await this.admin.describeGroups(ids);
    return new Map(groups.map(({ groupId, members }) => [groupId, members.length]));
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }
}
