import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The environment is wrong; the message names every mistake, one a line. */
export class ConfigError extends Error {}

/**
 * Reads a service's settings from the environment.
 * @throws ConfigError naming every missing or wrong variable at once.
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): z.infer<Schema> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `  ${name}: ${env[name] === undefined ? 'is not set' : message}`;
  });
  throw new ConfigError(`The environment is not complete:\n${mistakes.join('\n')}`);
}

/** The text of a file that the variable `name` names. @throws ConfigError where it cannot be read. */
export function settingFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`${name}: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
