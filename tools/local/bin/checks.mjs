import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { root } from './paths.mjs';
import { bytesText, javaMajor } from './versions.mjs';

const neededDisk = 2 * 1024 ** 3;
const neededJava = 17;

/** Prints one line and ends the process: what is missing and what to do about it. */
export function stopWith(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** What npm and Maven cannot install themselves. The first thing missing stops the start with one line. */
export function checkMachine(needs) {
  const { bsize, bavail } = statfsSync(root);
  const free = bsize * bavail;
  if (free < neededDisk && !process.env.CAIRN_SKIP_DISK_CHECK)
    stopWith(
      `The disk is nearly full: ${bytesText(free)} free at ${root}, ${bytesText(neededDisk)} are needed. Free some space and try again.`,
    );
  if (!needs.broker) return;
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error || java.status !== 0)
    stopWith(
      `Java is missing: install a JDK or JRE ${neededJava} or newer (https://adoptium.net) so that \`java\` is on the PATH, or set KAFKA_BROKERS to a broker of yours.`,
    );
  const major = javaMajor(`${java.stderr}${java.stdout}`);
  if (major === undefined || major < neededJava)
    stopWith(
      `Java ${neededJava} or newer is needed, \`java\` on the PATH is ${major ?? 'of an unknown version'}: install one from https://adoptium.net.`,
    );
}

/** Maven is only needed when its jars are not here yet. */
export function checkMaven() {
  if (spawnSync('mvn', ['-v'], { shell: process.platform === 'win32' }).error)
    stopWith(
      'Maven is missing: install it (https://maven.apache.org/install.html) so that `mvn` is on the PATH; it fetches the Kafka broker.',
    );
}
