import { z } from 'zod';

/** One statement as it went to Postgres: its text and its parameters. */
export const statement = z.object({ text: z.string(), values: z.array(z.unknown()) });
export type Statement = z.infer<typeof statement>;

/** One line of a recording: a committed chunk of the activity topic, or a statement of the relay, once each. */
export const recordedLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chunk'), partitions: z.array(z.int()), statements: z.array(statement) }),
  z.object({ kind: z.literal('relay'), ...statement.shape }),
]);
export type RecordedLine = z.infer<typeof recordedLine>;

/** The file that a recording goes to. */
export const recordingVariable = 'BENCH_RECORDING';
/** The topic whose chunks are recorded. */
export const recordedTopicVariable = 'BENCH_RECORDED_TOPIC';
