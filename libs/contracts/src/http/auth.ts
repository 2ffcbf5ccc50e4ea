import { z } from 'zod';

/** POST /api/auth/magic-link; `brand` is the slug or the id. Always answered 202. */
export const requestMagicLink = z
  .strictObject({
    email: z.email().max(320),
    brand: z.string().min(1).max(100),
    /** Whose sign-in it is: the portal's, or the admin UI's. */
    as: z.enum(['ambassador', 'admin']).default('ambassador'),
  })
  .meta({ id: 'RequestMagicLink' });

/** POST /api/auth/session: a mailed link's token, good once within 15 minutes. */
export const signIn = z.strictObject({ token: z.string().min(20).max(200) });

/** Answer of POST /api/auth/session and POST /ambassadors/{id}/session. */
export const session = z.object({ token: z.string(), expiresAt: z.string() }).meta({ id: 'Session' });

/** Answer of POST /api/auth/session: where the session belongs. */
export const signedIn = z
  .object({ ...session.shape, as: z.enum(['ambassador', 'admin']) })
  .meta({ id: 'SignedIn' });

/** Answer of GET /api/portal/v1/session: whose portal it is, and for how long. */
export const portalSession = z
  .object({
    expiresAt: z.string(),
    /** The admin who looks at the portal as this ambassador, by name; null in the ambassador's own (domain.md 6.1). */
    lookedBy: z.string().nullable(),
    ambassador: z.object({ id: z.uuid(), name: z.string() }),
  })
  .meta({ id: 'PortalSession' });

export type Session = z.infer<typeof session>;
export type PortalSession = z.infer<typeof portalSession>;
