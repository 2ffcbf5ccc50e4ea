import { Client, type Connection } from 'pg';
import { Refusal } from './refusal.js';

/** A message of a base backup that is under way; the bytes are a view that the next message overwrites. */
export type Part =
  | { kind: 'archive'; tablespace: string }
  | { kind: 'manifest' }
  | { kind: 'data'; bytes: Buffer };

type Row = (string | null)[];

/**
 * A session that may run commands of the replication protocol and SQL. It names a database, so that the ordinary lines
 * of pg_hba.conf admit it.
 * @throws Refusal when the server cannot be reached or does not let in.
 */
export async function connectForReplication(url: string, say: (line: string) => void): Promise<Client> {
  const given = new URL(url);
  given.searchParams.set('replication', 'database');
  const client = new Client({
    connectionString: given.toString(),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'cairn-backup',
  });
  client.on('notice', ({ message }) => say(`the server says: ${message}`));
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${given.host} cannot be reached as a role with REPLICATION: ${why}.`);
  }
  return client;
}

/**
 * Runs BASE_BACKUP (https://www.postgresql.org/docs/18/protocol-replication.html) and hands over each part in its
 * order; the server waits until one was taken.
 * @returns where the WAL begins and ends that the backup needs.
 */
export async function streamBaseBackup(
  client: Client,
  command: string,
  take: (part: Part) => Promise<void>,
): Promise<{ start: string; end: string; timeline: number }> {
  const rows = await new Promise<Row[]>((resolve, reject) => {
    client.query(new BaseBackupStream(command, take, resolve, reject));
  });
  const [start, end] = [rows[0], rows.at(-1)];
  if (!start?.[0] || !end?.[0] || rows.length < 2)
    throw new Error('the server did not say where the WAL begins and ends');
  return { start: start[0], end: end[0], timeline: Number(start[1]) };
}

/** What pg's client calls for the query that it runs: two results, the copy, and a last result. */
class BaseBackupStream {
  private readonly rows: Row[] = [];
  private taking: Promise<void> = Promise.resolve();
  private waiting = 0;
  private connection: Connection | undefined;
  private failure: unknown;

  constructor(
    private readonly command: string,
    private readonly take: (part: Part) => Promise<void>,
    private readonly resolve: (rows: Row[]) => void,
    private readonly reject: (error: unknown) => void,
  ) {}

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.command);
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: { fields: Row }): void {
    this.rows.push(fields);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const part = partOf(chunk);
    if (part === undefined) return;
    this.waiting++;
    this.connection?.stream.pause();
    this.taking = this.taking
      .then(() => (this.failure === undefined ? this.take(part) : undefined))
      .catch((error: unknown) => {
        this.failure = error;
      })
      .finally(() => {
        if (--this.waiting === 0) this.connection?.stream.resume();
      });
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.reject(error);
  }

  handleReadyForQuery(): void {
    void this.taking.then(() =>
      this.failure === undefined ? this.resolve(this.rows) : this.reject(this.failure),
    );
  }
}

function partOf(chunk: Buffer): Part | undefined {
  switch (String.fromCharCode(chunk[0] ?? 0)) {
    case 'n': {
      const [, tablespace = ''] = chunk.subarray(1).toString('utf8').split('\0');
      return { kind: 'archive', tablespace };
    }
    case 'm':
      return { kind: 'manifest' };
    case 'd':
      // pg writes what comes next into the same buffer.
      return { kind: 'data', bytes: Buffer.from(chunk.subarray(1)) };
    default:
      return undefined;
  }
}
