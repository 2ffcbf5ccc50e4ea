import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform(text => text.replace(/\/+$/, ''));

const variables = z.object({
  CAIRN_URL: url.default('http://127.0.0.1:3000'),
  INGESTION_URL: url.default('http://127.0.0.1:3001'),
  INBOX_URL: url.default('http://127.0.0.1:1080'),
  SHOP_URL: url.default('http://127.0.0.1:3010'),
  CAIRN_PLATFORM_TOKEN: z.string().min(1).optional(),
  CAIRN_DATA_DIR: z.string().min(1).default('.data'),
  READER_INGESTION_URL: url.optional(),
});

/** Where the parts are, and what may make a brand. Names as in `Environment`'s variables. */
export interface Environment {
  cairnUrl: string;
  ingestionUrl: string;
  inboxUrl: string;
  shopUrl: string;
  /** Needed only to make a brand. */
  platformToken: string | null;
  /** Where the API keys of the brands made here are kept. */
  dataDir: string;
  /** Ingestion as the reader of the seed's guide finds it, where that is on another machine or outside a container. */
  readerIngestionUrl?: string | undefined;
}

/** Throws with every mistake in one message. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const parsed = variables.safeParse(env);
  if (!parsed.success) throw new Error(`The environment is wrong:\n${z.prettifyError(parsed.error)}`);
  const read = parsed.data;
  return {
    cairnUrl: read.CAIRN_URL,
    ingestionUrl: read.INGESTION_URL,
    inboxUrl: read.INBOX_URL,
    shopUrl: read.SHOP_URL,
    platformToken: read.CAIRN_PLATFORM_TOKEN ?? null,
    dataDir: read.CAIRN_DATA_DIR,
    readerIngestionUrl: read.READER_INGESTION_URL,
  };
}
