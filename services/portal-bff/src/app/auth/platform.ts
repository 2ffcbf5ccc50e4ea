import type { Caller } from '@cairn/service-kit/http/caller';

/** In the place of a brand where there is none: what the platform token does, and messages that name no brand. */
export const noBrand = '00000000-0000-0000-0000-000000000000';

/** Whoever has the platform token. @param ip where the call comes from. */
export function platformCaller(ip: string | null): Caller {
  return { brandId: noBrand, actor: { kind: 'platform', id: 'platform', ip } };
}

/** The brand that a caller is held to; null for the platform, which sees all of them. */
export function brandScope({ brandId, actor }: Caller): string | null {
  return actor.kind === 'platform' ? null : brandId;
}
