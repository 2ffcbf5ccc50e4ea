import { z } from 'zod';
import { SHOP_DOMAIN } from '../shop/shops.js';
import { chance } from '../webhooks/chance.js';
import { Fault } from './faults.js';

export type Kind = Fault['kind'];

const Kinds = Fault.shape.kind;
const Milliseconds = Fault.shape.ms;

/** Faults that go on until they are forgotten: a share of the requests, or every so many, meets one by weight. */
export const FaultMix = z
  .strictObject({
    /** how often each kind comes, against the others */
    mix: z
      .partialRecord(Kinds, z.number().positive())
      .refine(mix => Object.keys(mix).length > 0, 'name at least one kind'),
    share: z.number().min(0).max(1).optional(),
    every: z.number().int().min(1).optional(),
    seed: z.union([z.string(), z.number()]).default(0),
    shop: z.string().regex(SHOP_DOMAIN).optional(),
    operation: z.string().min(1).optional(),
    /** milliseconds, as for one fault of the kind */
    ms: z.strictObject({ slow: Milliseconds, no_answer_after_commit: Milliseconds }).partial().default({}),
    userError: Fault.shape.userError,
  })
  .refine(
    ({ share, every }) => (share === undefined) !== (every === undefined),
    'give one of share and every',
  );
export type FaultMix = z.infer<typeof FaultMix>;

/**
 * What the request of that number meets, by the seed alone: one of the kinds that are possible for it, or nothing where
 * the mix has none of them.
 */
export function faultOf(mix: FaultMix, number: number, impossible: readonly Kind[]): Fault | undefined {
  const { share = 0, every, seed } = mix;
  const isHit = every === undefined ? chance(seed, number, 'hit') < share : number % every === 0;
  if (!isHit) return undefined;
  const kinds = Kinds.options.filter(kind => mix.mix[kind] !== undefined && !impossible.includes(kind));
  const weights = kinds.map(kind => mix.mix[kind] ?? 0);
  let at = chance(seed, number, 'kind') * weights.reduce((sum, weight) => sum + weight, 0);
  const kind = kinds.find((_, index) => {
    at -= weights[index] ?? 0;
    return at < 0;
  });
  if (kind === undefined) return undefined;
  const ms = kind === 'slow' || kind === 'no_answer_after_commit' ? mix.ms[kind] : undefined;
  return { kind, times: 1, ms: ms ?? 0, userError: mix.userError };
}
