import { type ServiceName, services as serviceNames } from '@cairn/contracts/services';

const bucket = 's3://cairn-backups';
/** In the Secret that the chart's README names. */
const credentials = (key: string) => ({ name: 'cairn-backups', key });
/** Days; the topics keep as long, so a database that is restored within it finds what it has to read again (ADR 26). */
const retention = '14d';

/**
 * A database of its own for each service: three instances, WAL archived all the time, a base backup a day. By the Barman
 * Cloud plugin, which CloudNativePG recommends since 1.26; `barmanObjectStore` in the Cluster itself is deprecated.
 */
export function postgresOf(service: ServiceName): object[] {
  const name = databaseName(service);
  const owner = service.replaceAll('-', '_');
  // Not all at once: a base backup reads the whole database.
  const minute = serviceNames.indexOf(service) * 10;
  return [
    {
      apiVersion: 'barmancloud.cnpg.io/v1',
      kind: 'ObjectStore',
      metadata: { name },
      spec: {
        retentionPolicy: retention,
        configuration: {
          destinationPath: `${bucket}/${service}`,
          s3Credentials: {
            accessKeyId: credentials('ACCESS_KEY_ID'),
            secretAccessKey: credentials('ACCESS_SECRET_KEY'),
          },
          wal: { compression: 'gzip', maxParallel: 4 },
          data: { compression: 'gzip' },
        },
      },
    },
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name },
      spec: {
        instances: 3,
        postgresql: {
          // A commit is on one of two standbys before it is answered; with both away the primary goes on alone.
          synchronous: { method: 'any', number: 1, dataDurability: 'preferred' },
          parameters: {
            // (replicas at the most + 1) × (databasePool + 2) of the profile large is 336 for ingestion.
            max_connections: '400',
            shared_buffers: '1GB',
            max_wal_size: '4GB',
            random_page_cost: '1.1',
            // The transactions are short, and JIT costs more than it gives.
            jit: 'off',
          },
        },
        bootstrap: { initdb: { database: owner, owner } },
        storage: { size: '50Gi' },
        walStorage: { size: '10Gi' },
        resources: { requests: { cpu: '1', memory: '3Gi' }, limits: { memory: '3Gi' } },
        affinity: { topologyKey: 'kubernetes.io/hostname' },
        plugins: [
          {
            name: 'barman-cloud.cloudnative-pg.io',
            isWALArchiver: true,
            parameters: { barmanObjectName: name },
          },
        ],
      },
    },
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata: { name },
      spec: {
        // With seconds first.
        schedule: `0 ${minute} 2 * * *`,
        immediate: true,
        backupOwnerReference: 'self',
        cluster: { name },
        method: 'plugin',
        pluginConfiguration: { name: 'barman-cloud.cloudnative-pg.io' },
      },
    },
  ];
}

function databaseName(service: ServiceName): string {
  return `cairn-${service}-db`;
}
