import { Inbox } from '@cairn/demo/http/inbox';
import { signInLink } from '@cairn/demo/http/sign-in-link';
import type { TestBrand } from './brand.js';
import { cairn } from './cairn.js';

/** Asks for a magic link as a person would, and reads it in the inbox. */
export async function mailedLink(brand: TestBrand, email: string): Promise<string> {
  const { portal, inbox } = cairn();
  const link = await signInLink(portal, new Inbox(inbox), email, brand.slug);
  if (link === null) throw new Error(`no sign-in mail came for ${email}`);
  return link;
}

/** As {@link mailedLink}, into the admin UI. */
export async function mailedAdminLink(brand: TestBrand, email: string): Promise<string> {
  const { portal, inbox } = cairn();
  const link = await signInLink(portal, new Inbox(inbox), email, brand.slug, 'admin');
  if (link === null) throw new Error(`no sign-in mail came for ${email}`);
  return link;
}
