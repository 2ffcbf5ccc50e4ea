import { z } from 'zod';

/**
 * Shopify's documented GraphQL Admin limits by plan: 100, 200, 1000 (Plus) and 2000 points a second
 * (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). The page gives no bucket size;
 * answers of real shops show 20 seconds' worth of the restore rate (100/s with a bucket of 2000), so
 * Plus is 1000/s with 20000.
 */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3010),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1),
  RESTORE_RATE: z.coerce.number().positive().default(1000),
  BUCKET: z.coerce.number().positive().default(20_000),
  /** How long a new object stays invisible to search (`query:` arguments); Shopify indexes late. */
  SEARCH_LAG_MS: z.coerce.number().int().min(0).default(2000),
  /** Whoever reaches the port may use the control API, not this machine alone: for a network of one's own. */
  CONTROL_OPEN: z.stringbool().default(false),
  /** The app's client id and secret; without both OAuth and webhooks are off. */
  APP_KEY: z.string().min(1).optional(),
  APP_SECRET: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** @throws Error naming every variable that is missing or wrong */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const parsed = Environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Shopify stand-in: bad environment: ${mistakes.join('; ')}`);
}
