import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StartFailure } from './start-failure.js';
import type { Spawn } from './supervised.js';

/** A second way in, as a cluster has it: by TLS and SCRAM-SHA-512, and with no right that no ACL gives. */
export interface SecuredListener {
  readonly port: number;
  readonly keystore: string;
  readonly password: string;
}

/** Who may sign in there, by name, with the password. */
export type KafkaUsers = Readonly<Record<string, string>>;

/** Where the broker's certificate is, which is its own authority. */
export function certificateIn(dir: string): string {
  return join(dir, 'ca.crt');
}

/**
 * Who comes by the listener without passwords, the broker itself among them, may do everything: it is on the loopback
 * address, and somebody has to give the rights.
 */
export function secure(
  settings: Record<string, string | number>,
  { port, keystore, password }: SecuredListener,
): void {
  settings.listeners = `${settings.listeners},SECURED://127.0.0.1:${port}`;
  settings['advertised.listeners'] = `${settings['advertised.listeners']},SECURED://127.0.0.1:${port}`;
  settings['listener.security.protocol.map'] =
    `${settings['listener.security.protocol.map']},SECURED:SASL_SSL`;
  Object.assign(settings, {
    'listener.name.secured.sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'listener.name.secured.scram-sha-512.sasl.jaas.config':
      'org.apache.kafka.common.security.scram.ScramLoginModule required;',
    'listener.name.secured.ssl.keystore.type': 'PKCS12',
    'listener.name.secured.ssl.keystore.location': keystore.replaceAll('\\', '/'),
    'listener.name.secured.ssl.keystore.password': password,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS',
  });
}

/** What `StorageTool format` is told of the users: KRaft keeps their passwords' hashes. */
export function scramArguments(users: KafkaUsers): string[] {
  return Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
}

/** A key of the broker's own, by the keytool that comes with Java. */
export async function securedListener(
  dir: string,
  port: number,
  spawn: Spawn,
  env: NodeJS.ProcessEnv,
): Promise<SecuredListener> {
  const listener = { port, keystore: join(dir, 'broker.p12'), password: randomBytes(12).toString('hex') };
  const store = ['-alias', 'broker', '-keystore', listener.keystore, '-storepass', listener.password];
  const keytool = async (...args: string[]) => {
    const child = spawn({ name: 'keytool', command: 'keytool', args: [...args, ...store], env });
    const outcome = await child.ended;
    if (outcome !== 'exit code 0') throw StartFailure.of(child, `failed (${outcome})`);
  };
  await keytool(
    ...['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '30', '-storetype', 'PKCS12'],
    ...['-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1,dns:localhost'],
  );
  await keytool('-exportcert', '-rfc', '-file', certificateIn(dir));
  return listener;
}
