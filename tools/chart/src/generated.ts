import { services } from '@cairn/contracts/services';
import { stringify } from 'yaml';
import { profiles, rendered } from './chart/render.js';
import { kafkaTopics, kafkaUsers } from './kafka/resources.js';
import { postgresOf } from './postgres/resources.js';

/** What mends a file that is not what it would be generated as. */
export const command = 'npm run k8s';

/** Every generated file of k8s/, by its path there. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['kafka/topics.yaml', yaml('libs/contracts/src/topics.ts', kafkaTopics())],
    [
      'kafka/users.yaml',
      yaml('libs/contracts/src/topics.ts by tools/chart/src/kafka/rights.ts', kafkaUsers()),
    ],
    ...services.map(
      service =>
        [
          `postgres/${service}.yaml`,
          yaml('tools/chart/src/postgres/resources.ts', postgresOf(service)),
        ] as const,
    ),
    ...profiles.map(
      profile => [`rendered/${profile}/cairn.yaml`, heading('helm/cairn') + rendered({ profile })] as const,
    ),
  ]);
}

function heading(source: string): string {
  return `# Generated from ${source}: \`${command}\` makes it anew.\n`;
}

function yaml(source: string, objects: readonly object[]): string {
  return (
    heading(source) +
    objects.map(object => `---\n${stringify(object, { version: '1.1', lineWidth: 120 })}`).join('')
  );
}
