import { z } from 'zod';

/** A code that the app has not exchanged yet. Instants are milliseconds since the epoch. */
const Authorization = z.object({ code: z.string(), scopes: z.array(z.string()), expiresAt: z.number() });

/** The one expiring token of a shop, with what refreshes it. */
const ExpiringToken = z.object({
  accessToken: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.number(),
  refreshToken: z.string(),
  refreshExpiresAt: z.number(),
  /** the refresh token that this pair came from: still good until the pair's own is used */
  previous: z.object({ refreshToken: z.string(), expiresAt: z.number() }).nullable(),
});
export type ExpiringToken = z.infer<typeof ExpiringToken>;

/** What the shop's merchant lets the app do: its tokens, and the codes on their way to one. */
export const AccessRecord = z.object({
  /** null: the app is not installed by OAuth (control's token may be there all the same) */
  installedAt: z.number().nullable(),
  uninstalledAt: z.number().nullable(),
  /** whether the token of `POST /control/shops` is good; uninstalling ends it */
  isControlTokenGood: z.boolean(),
  authorizations: z.array(Authorization),
  permanent: z.object({ accessToken: z.string(), scopes: z.array(z.string()) }).nullable(),
  expiring: ExpiringToken.nullable(),
});
export type AccessRecord = z.infer<typeof AccessRecord>;

export const NO_ACCESS: AccessRecord = {
  installedAt: null,
  uninstalledAt: null,
  isControlTokenGood: true,
  authorizations: [],
  permanent: null,
  expiring: null,
};
