import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import type { Bed } from '../stack/bed.js';
import { onDatabase } from '../stack/databases.js';

/** Ledger rows as COPY writes them, of the events whose id is like `events`. */
export async function copyOut(bed: Bed, database: string, events: string): Promise<Buffer[]> {
  return await onDatabase(bed, database, async client => {
    const stream = client.query(
      to(`COPY (SELECT * FROM ledger WHERE event_id LIKE '${events}' ORDER BY posted_at) TO STDOUT`),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return chunks;
  });
}

/** Copies rows into the ledger over one connection, in one transaction. @returns seconds */
export async function copyIn(bed: Bed, database: string, rows: readonly Buffer[]): Promise<number> {
  return await onDatabase(bed, database, async client => {
    const started = performance.now();
    await pipeline(Readable.from(rows), client.query(from('COPY ledger FROM STDIN')));
    return (performance.now() - started) / 1000;
  });
}
