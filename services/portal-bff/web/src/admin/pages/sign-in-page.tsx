import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { useBrand } from '../../shared/features/brand/use-brand.js';
import { CairnMark } from '../../shared/features/cairn/components/cairn-mark.js';
import { InboxWords } from '../features/session/components/inbox-words.js';
import classes from '../features/session/components/sign-in.module.css';
import { SignInForm } from '../features/session/components/sign-in-form.js';
import { SpendLink } from '../features/session/components/spend-link.js';
import { returnPath } from '../features/session/return-path.js';

/** `/admin/sign-in`: an e-mail goes in, a link goes out; with `?token=…` the mailed link is spent. */
export function SignInPage() {
  const [search, setSearch] = useSearchParams();
  const token = search.get('token');
  const { slug, brand } = useBrand(search.get('brand'));
  const [sent, setSent] = useState<{ email: string; brand: string } | null>(null);
  useDocumentTitle('Sign in · Cairn admin');
  return (
    <main className={classes.page}>
      <BrandAccent accent={brand?.accent} />
      <div className={classes.card}>
        <CairnMark size={36} />
        {token !== null ? (
          <SpendLink token={token} onAgain={() => setSearch(slug ? { brand: slug } : {})} />
        ) : sent ? (
          <InboxWords email={sent.email} onAgain={() => setSent(null)} />
        ) : (
          <SignInForm
            brand={slug ?? ''}
            brandName={brand?.name ?? null}
            next={returnPath(search.get('next'))}
            onSent={setSent}
          />
        )}
      </div>
    </main>
  );
}
