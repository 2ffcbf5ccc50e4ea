import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@cairn/service-kit/testing/until';

export interface S3Mock {
  /** As MEDIA_URL takes it, with a prefix in the bucket. */
  url: string;
  /** Its own address, and the bucket's name. */
  endpoint: string;
  bucket: string;
  stop: () => Promise<void>;
}

/** A server of the S3 API with an empty bucket, of a JVM of its own. Its credentials are any. */
export async function s3Mock(): Promise<S3Mock> {
  const jar = process.env.TEST_S3MOCK_JAR;
  if (jar === undefined)
    throw new Error('TEST_S3MOCK_JAR says where S3Mock is; npm test fetches it and sets it');
  const root = mkdtempSync(join(tmpdir(), 'cairn-s3-'));
  const port = await freePort();
  const bucket = 'media';
  const prefix = 'com.adobe.testing.s3mock';
  const child = spawn(
    'java',
    [
      ...['-Xmx160m', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError', '-jar', jar],
      ...['--server.port=0', `--${prefix}.httpPort=${port}`],
      ...[`--${prefix}.store.initialBuckets=${bucket}`, `--${prefix}.store.root=${root}`],
    ],
    { stdio: 'ignore', env: { PATH: process.env.PATH ?? '' } },
  );
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  let ended = false;
  const end = new Promise<void>(resolve => {
    child.once('exit', () => {
      ended = true;
      resolve();
    });
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await until(
    'S3Mock answers',
    async () => {
      if (ended) throw new Error('S3Mock has ended during its start');
      return await fetch(`${endpoint}/${bucket}`).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    90_000,
  );
  return {
    url: `s3://${bucket}/files?endpoint=${encodeURIComponent(endpoint)}&path-style=true`,
    endpoint,
    bucket,
    stop: async () => {
      process.off('exit', killed);
      killed();
      await end;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
