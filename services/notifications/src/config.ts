import { baseConfig } from '@cairn/service-kit/config/base-config';
import { z } from 'zod';

export const config = baseConfig.extend({
  NOTIFICATIONS_DATABASE_URL: z.url(),
  SMTP_URL: z.url(),
  /** Who mails come from: an address, or `Name <address>`; the name shown is always the brand's. */
  MAIL_FROM: z
    .string()
    .transform(text => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text)
    .pipe(z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'an address, such as rewards@brand.example')),
  /** The portal's public address. */
  PUBLIC_URL: z.url().transform(url => url.replace(/\/+$/, '')),
  /** Connections to the SMTP server, each sending one mail at a time. */
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(6),
});

export type NotificationsConfig = z.infer<typeof config>;
