import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type ArchivingServer, archivingServer, backupProgram } from './archiving-server.js';

describe('npm run backup', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cairn-backup-program-'));
  const [archive, backups, empty] = [join(dir, 'archive'), join(dir, 'backups'), join(dir, 'empty')];
  let server: ArchivingServer;

  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query<{ count: number }>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const insert = (rows: number) => query(`INSERT INTO things SELECT generate_series(1, ${rows})`);
  const count = async () => (await query('SELECT count(*)::int AS count FROM things'))[0]?.count;
  /** What it says where it refuses. */
  const refused = async (...args: string[]) => {
    const { code, err } = await backupProgram(args);
    expect(code).toBe(1);
    return err;
  };
  const restore = (data: string, at: string, from = archive) =>
    refused('restore', '--backups', backups, '--archive', from, '--data', data, '--at', at);

  beforeAll(async () => {
    server = await archivingServer('things', dir);
    await server.start();
    await query('CREATE TABLE things (n int)');
    await server.takeBaseBackup();
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('goes to an instant, and then to the end of the history before it', async () => {
    await insert(1_000);
    const instant = new Date();
    await insert(500);
    await server.restore(instant);
    expect(await count()).toBe(1_000);
    await insert(1);
    await server.restore('latest', 1);
    expect(await count()).toBe(1_500);
    await insert(2);
    await server.restore('latest');
    expect(await count()).toBe(1_502);
  });

  it('refuses what would lose data or cannot be', async () => {
    expect(await restore(join(dir, 'data'), 'latest')).toMatch('A server runs on');
    expect(await restore(archive, 'latest')).toMatch('is not empty');
    expect(await restore(empty, '2020-01-01T00:00:00Z')).toMatch('No base backup had ended at');
    expect(await restore(empty, '2999-01-01T00:00:00Z')).toMatch('has not come yet');
    expect(await restore(empty, '13:05')).toMatch('is no instant');
    expect(await restore(empty, 'latest', dir)).toMatch(/lacks 0{7}1/);
    expect(await refused('take', '--backups', backups)).toMatch('BACKUP_DATABASE_URL is missing');
    expect(readdirSync(dir)).not.toContain('empty');
  });

  it('refuses a base backup of which a bit was changed', async () => {
    const [name = ''] = readdirSync(backups);
    const tar = join(backups, name, 'base.tar');
    const bytes = readFileSync(tar);
    // In a file's contents: a tar knows a damaged header by itself.
    const place = bytes.indexOf('START WAL LOCATION');
    expect(place).toBeGreaterThan(0);
    bytes[place]! ^= 1;
    writeFileSync(tar, bytes);
    expect(await refused('verify', '--backups', backups)).toMatch('is not what the server sent');
    expect(await restore(empty, 'latest')).toMatch('is damaged');
    expect(readdirSync(dir)).not.toContain('empty');
  });
});
