import { z } from 'zod';

const environment = z.object({
  TEST_CAIRN_URL: z.url(),
  TEST_INGESTION_URL: z.url(),
  TEST_CAIRN_INBOX_URL: z.url(),
  TEST_CAIRN_SHOP_URL: z.url(),
  TEST_SERVICE_URLS: z.string(),
  TEST_PLATFORM_TOKEN: z.string(),
  TEST_MEDIA_DIR: z.string().optional(),
});

export interface CairnUnderTest {
  portal: string;
  ingestion: string;
  inbox: string;
  shop: string;
  /** Every service's own address, where /metrics is. */
  services: readonly string[];
  platformToken: string;
  /** The folder in which photos and videos are kept. */
  mediaDir: string;
}

/** The running copy that `npm test` started. @throws Error where it is missing. */
export function cairn(): CairnUnderTest {
  const given = environment.safeParse(process.env);
  if (!given.success) throw new Error('No running copy to test: run the tests by npm test');
  return {
    portal: given.data.TEST_CAIRN_URL,
    ingestion: given.data.TEST_INGESTION_URL,
    inbox: given.data.TEST_CAIRN_INBOX_URL,
    shop: given.data.TEST_CAIRN_SHOP_URL,
    services: given.data.TEST_SERVICE_URLS.split(' '),
    platformToken: given.data.TEST_PLATFORM_TOKEN,
    mediaDir: given.data.TEST_MEDIA_DIR ?? '',
  };
}
