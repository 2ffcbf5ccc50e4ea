import { readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** What a program was given: the JSON file of its first argument. @throws ZodError */
export function readInput<Input>(schema: z.ZodType<Input>): Input {
  return schema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
}

/** Leaves the answer in the file of the second argument. */
export function writeAnswer(answer: unknown): void {
  writeFileSync(process.argv[3] ?? '', JSON.stringify(answer));
}
