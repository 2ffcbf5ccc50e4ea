import { createKafka } from '@cairn/service-kit/kafka/client';
import type { KafkaConnection } from '@cairn/service-kit/kafka/connection';
import { createLogger } from '@cairn/service-kit/telemetry/logger';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import { rightsOfAll } from './rights.js';

const resources = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
const patterns = { literal: ResourcePatternTypes.LITERAL, prefix: ResourcePatternTypes.PREFIXED };
const operations = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Describe: AclOperationTypes.DESCRIBE,
  Create: AclOperationTypes.CREATE,
};

/** Gives the users `cairn-<name>` of a broker the rights that k8s/kafka/users.yaml gives them on a cluster. */
export async function grantRights(connection: KafkaConnection): Promise<void> {
  const admin = createKafka(connection, 'cairn-rights', createLogger('rights', 'silent')).admin();
  await admin.connect();
  try {
    await admin.createAcls({
      acl: [...rightsOfAll()].flatMap(([user, rights]) =>
        rights.flatMap(right =>
          right.operations.map(operation => ({
            principal: `User:cairn-${user}`,
            host: '*',
            resourceType: resources[right.resource],
            resourceName: right.name,
            resourcePatternType: patterns[right.pattern],
            operation: operations[operation],
            permissionType: AclPermissionTypes.ALLOW,
          })),
        ),
      ),
    });
  } finally {
    await admin.disconnect();
  }
}
