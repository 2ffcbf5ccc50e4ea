import { baseBackups } from './base-backup.js';
import { type Command, readCommand, usage } from './options.js';
import { prune } from './prune.js';
import { Refusal } from './refusal.js';
import { restore } from './restore.js';
import { take } from './take.js';
import { verify } from './verify.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const command = readCommand(process.argv.slice(2), process.env);
  if (command === null) process.stdout.write(usage);
  else await run(command);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(command: Command): Promise<void> {
  switch (command.name) {
    case 'take': {
      say(`Took ${await take(command, say)}`);
      return;
    }
    case 'verify': {
      for (const { name, dir, endedAt } of baseBackups(command.backups)) {
        const { files, bytes } = await verify(dir);
        say(
          `${name}: ${files} files, ${(bytes / 1_048_576).toFixed(1)} MiB, whole; reaches from ${endedAt} on`,
        );
      }
      return;
    }
    case 'restore': {
      const { name } = await restore(command);
      const to = command.at === null ? 'the end of the archive' : command.at.toISOString();
      say(
        `Laid out ${command.data} from ${name}. Start Postgres on it: it recovers to ${to}, then takes writes.`,
      );
      return;
    }
    case 'prune': {
      const { backups, segments } = prune(command, new Date());
      say(`Deleted ${backups.length} base backups and ${segments} files of WAL.`);
    }
  }
}
