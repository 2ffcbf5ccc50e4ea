import { type SecuredListener, secure } from './kafka-secured.js';

export interface BrokerSettings {
  readonly logDir: string;
  /** Where clients find the broker. */
  readonly host: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly secured?: SecuredListener;
}

/**
 * server.properties of the one-node broker. The controller quorum is static, so that another run on the same
 * data may have other ports.
 */
export function brokerProperties({ logDir, host, port, controllerPort, secured }: BrokerSettings): string {
  const settings: Record<string, string | number> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `BROKER://${host}:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `BROKER://${host}:${port}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'BROKER',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': logDir.replaceAll('\\', '/'),
    'auto.create.topics.enable': 'false',
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.cleaner.enable': 'true',
    // Of 512 MB of heap the default, 128 MB, would be a quarter.
    'log.cleaner.dedupe.buffer.size': 33_554_432,
    // Each segment maps two index files of this size; the default, 10 MB, is for segments of a real cluster.
    'log.index.size.max.bytes': 2_097_152,
  };
  if (secured !== undefined) secure(settings, secured);
  return `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n`;
}
