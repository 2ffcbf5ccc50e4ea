import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { topics } from '@cairn/contracts/topics';
import { z } from 'zod';
import type { BenchBrand } from '../brand/bench-brand.js';
import { closedLoopAnswer } from '../load/closed-loop-types.js';
import type { Bed } from '../stack/bed.js';
import { copyDatabase, databaseUrl, onDatabase } from '../stack/databases.js';
import { scriptFile } from '../stack/programs.js';
import { copyIn, copyOut } from './copy-rows.js';
import { takeOwnStreamsAsRead } from './own-streams.js';
import { recordedTopicVariable, recordingVariable } from './recording.js';
import { replayAnswer } from './replay-types.js';
import { type WorkedOff, workOff } from './work-off.js';

const prefix = 'ledger';
const template = 'bench_points';
const replica = 'bench_replay';
const salesARequest = 500;
const replayConnections = 4;

const counted = z.object({ rows: z.number(), points: z.number(), first: z.number().nullable() });
const countRows = `
  SELECT count(*)::float8 AS rows, coalesce(sum(available_delta), 0)::float8 AS points,
    (extract(epoch FROM min(posted_at)) * 1000)::float8 AS first
  FROM ledger WHERE event_id LIKE '${prefix}-%'`;

/**
 * Points on a topic that was filled before, beside its own statements without it. Every run, of both, begins with the
 * same database: a copy made when the topic was full and none of it judged. Points takes up its stored offsets from
 * there and so judges the same sales anew, with the same ids.
 */
export class LedgerBench {
  private readonly recording: string;
  private rows: readonly Buffer[] = [];
  /** Rows a second by COPY, a round each: how fast the ledger's rows alone could be written. */
  readonly copied: number[] = [];
  /** Of the recorded run: how points writes. */
  shape = { chunks: 0, statementsAChunk: 0 };

  constructor(
    private readonly bed: Bed,
    private readonly brand: BenchBrand,
    private readonly sales: number,
  ) {
    this.recording = join(bed.dir, 'recording.ndjson');
  }

  /** Fills the topic through ingestion, which must run while points does not, and keeps points' database as it is. */
  async prepare(): Promise<void> {
    const requests = Math.ceil(this.sales / salesARequest);
    const answer = await this.bed.programs.run(
      'load/closed-loop',
      {
        url: `${this.bed.cairn.urls.ingestion.replace('localhost', '127.0.0.1')}/v1/events`,
        headers: { authorization: `Bearer ${this.brand.apiKey}` },
        ...{ connections: 4, requests, eventsARequest: salesARequest, prefix },
        ambassadors: this.brand.ambassadors.map(({ externalId }) => externalId),
      },
      closedLoopAnswer,
    );
    if (answer.accepted !== this.sales)
      throw new Error(`${answer.accepted} of ${this.sales} sales were taken: ${answer.example}`);
    await copyDatabase(this.bed, 'points', template, 'points');
  }

  /** One run of points over the topic, in whatever way Node is asked to run it. @throws Error where rows are missing */
  async run(nodeArgs: readonly string[] = [], extra: NodeJS.ProcessEnv = {}): Promise<WorkedOff> {
    await copyDatabase(this.bed, template, 'points', 'points');
    await takeOwnStreamsAsRead(this.bed, 'points');
    const done = await workOff(this.bed, 'points', nodeArgs, extra);
    const { first } = await this.check('points');
    return { ...done, messages: this.sales, seconds: (done.endedAt - first) / 1000 };
  }

  /** The run that the baseline replays. */
  async record(): Promise<void> {
    await this.run([`--import=${pathToFileURL(scriptFile('ledger/record-statements')).href}`], {
      [recordingVariable]: this.recording,
      [recordedTopicVariable]: topics.activity.topic,
    });
    this.rows = await copyOut(this.bed, 'points', `${prefix}-%`);
  }

  async value(): Promise<Record<'ledger.rows', number>> {
    const { seconds } = await this.run();
    return { 'ledger.rows': this.sales / seconds };
  }

  async baseline(): Promise<Record<'ledger.rows', number>> {
    await copyDatabase(this.bed, template, replica, 'points');
    const url = databaseUrl(this.bed.cairn.stack.env.POINTS_DATABASE_URL!, replica);
    const input = { databaseUrl: url, recording: this.recording, connections: replayConnections };
    const { seconds, chunks, statementsAChunk } = await this.bed.programs.run(
      'ledger/replay',
      input,
      replayAnswer,
    );
    this.shape = { chunks, statementsAChunk };
    await this.check(replica);
    await copyDatabase(this.bed, template, replica, 'points');
    const copySeconds = await copyIn(this.bed, replica, this.rows);
    await this.check(replica);
    this.copied.push(this.sales / copySeconds);
    return { 'ledger.rows': this.sales / seconds };
  }

  /** Every sale must have its row, in points and in the replay alike. */
  private async check(database: string): Promise<{ first: number }> {
    const { rows, points, first } = await onDatabase(this.bed, database, async client =>
      counted.parse((await client.query(countRows)).rows[0]),
    );
    if (rows !== this.sales || points <= 0 || first === null)
      throw new Error(`${database} has ${rows} ledger rows of ${this.sales} sales: the round is invalid`);
    return { first };
  }
}
