import type { DataSource } from 'typeorm';
import { crashPoint } from '../crash-point.js';
import { DomainError } from '../domain-error.js';
import { inTransaction, type Sql } from '../postgres/sql.js';
import type { Caller, Once } from './caller.js';
import type { CommandAnswer } from './command-answer.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

const tryLock = 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held';

const findAnswer = `
  SELECT body_hash, answer FROM idempotent_answers
  WHERE brand_id = $1 AND route = $2 AND key = $3 AND created_at > clock_timestamp() - interval '24 hours'`;

const storeAnswer = `
  INSERT INTO idempotent_answers (brand_id, route, key, body_hash, answer) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (brand_id, route, key)
  DO UPDATE SET body_hash = EXCLUDED.body_hash, answer = EXCLUDED.answer, created_at = clock_timestamp()`;

/** More than one that comes in, so what is old cannot pile up. */
const forgetOld = `
  DELETE FROM idempotent_answers WHERE (brand_id, route, key) IN (
    SELECT brand_id, route, key FROM idempotent_answers
    WHERE created_at <= clock_timestamp() - interval '24 hours'
    ORDER BY created_at LIMIT 10 FOR UPDATE SKIP LOCKED)`;

/**
 * Runs a command in one transaction; where the caller asked for once, its answer is stored in the same transaction
 * and is the answer to every later call with the same key and body for 24 hours (api.md, Idempotency-Key). A throw
 * stores nothing. The answer is encrypted with a key made of the first of `secrets` (the service tokens), and can be
 * read with any of them.
 * @throws DomainError `in_progress` while the same call is under way; `idempotency_key_reused` for another body.
 */
export async function inCommand<Body>(
  db: DataSource,
  { brandId, once }: Caller,
  secrets: readonly string[],
  work: (sql: Sql) => Promise<CommandAnswer<Body>>,
): Promise<CommandAnswer<Body>> {
  if (once === undefined) return await inTransaction(db, work);
  const done = await inTransaction(db, async sql => {
    const call = [brandId, once.route, once.key];
    const [lock] = await sql.query<{ held: boolean }>(tryLock, [call.join('\n')]);
    if (lock?.held !== true) {
      throw new DomainError('in_progress', 'The same call is under way: send it again shortly.');
    }
    // A statement of its own after the lock: so it sees what the lock's last holder has committed.
    const [stored] = await sql.query<StoredAnswer>(findAnswer, call);
    if (stored !== undefined) return answerAgain<Body>(stored, brandId, once, secrets);
    const answer = await work(sql);
    const sealed = sealAnswer(JSON.stringify(answer), secrets[0]!, bindingOf(brandId, once));
    await sql.query(storeAnswer, [...call, once.bodyHash, sealed]);
    await sql.query(forgetOld);
    crashPoint('command.before-commit', once.route);
    return answer;
  });
  crashPoint('command.after-commit', once.route);
  return done;
}

interface StoredAnswer {
  body_hash: string;
  answer: Buffer;
}

function answerAgain<Body>(
  stored: StoredAnswer,
  brandId: string,
  once: Once,
  secrets: readonly string[],
): CommandAnswer<Body> {
  if (stored.body_hash !== once.bodyHash) {
    throw new DomainError(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another body: send a new key with a new body.',
    );
  }
  const binding = bindingOf(brandId, once);
  const text = secrets.map(secret => openAnswer(stored.answer, secret, binding)).find(Boolean);
  if (text === undefined) {
    throw new DomainError(
      'idempotency_key_reused',
      'This call was done, but its answer can no longer be read: look at what is there, and use a new key.',
    );
  }
  return JSON.parse(text) as CommandAnswer<Body>;
}

/** An answer copied to another row of the table cannot be opened there. */
function bindingOf(brandId: string, once: Once): string {
  return [brandId, once.route, once.key, once.bodyHash].join('\n');
}
