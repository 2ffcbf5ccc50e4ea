import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { useBrand } from '../../shared/features/brand/use-brand.js';
import { LinkSent } from '../features/session/components/link-sent.js';
import { SignInForm } from '../features/session/components/sign-in-form.js';
import { SignInFrame } from './sign-in-frame.js';
import classes from './sign-in-page.module.css';

/** `/sign-in?brand=slug`: the e-mail goes in, a link goes out. */
export function SignInPage() {
  const [search] = useSearchParams();
  const { slug, brand, unknown } = useBrand(search.get('brand'));
  const [sent, setSent] = useState<{ email: string; brand: string } | null>(null);
  const [email, setEmail] = useState('');
  useDocumentTitle(brand ? `Sign in · ${brand.name} ambassadors` : 'Sign in · Ambassador portal');

  return (
    <SignInFrame brand={brand?.name ?? null}>
      <BrandAccent accent={brand?.accent} />
      {sent ? (
        <LinkSent email={sent.email} brand={brand?.name ?? 'the brand'} onAgain={() => setSent(null)} />
      ) : (
        <>
          <div className={classes.head}>
            <h1>{brand ? `${brand.name} ambassadors` : 'Ambassador portal'}</h1>
            <p>Sign in without a password: we mail you a link.</p>
          </div>
          {unknown && (
            <p role="alert" className={classes.unknown}>
              There is no brand called “{slug}” here. Check the link in your invitation, or write its short
              name below.
            </p>
          )}
          <SignInForm
            brand={unknown ? null : slug}
            email={email}
            onSent={mailed => {
              setEmail(mailed.email);
              setSent(mailed);
            }}
          />
        </>
      )}
    </SignInFrame>
  );
}
