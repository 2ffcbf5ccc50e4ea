import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { looksLikeEmail } from '../../../../shared/features/email/email.js';
import { failureWords } from '../../layout/failure-words.js';
import { requestAdminLink } from '../api/session.js';
import { rememberReturn } from '../return-path.js';
import classes from './sign-in.module.css';

interface SignInFormProps {
  /** The short name of the brand last seen here, or empty. */
  brand: string;
  brandName: string | null;
  /** Where the sign-in leads on to. */
  next: string;
  onSent: (sent: { email: string; brand: string }) => void;
}

/** Asks for the address that the link goes to, and the brand it is for. */
export function SignInForm({ brand, brandName, next, onSent }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [slug, setSlug] = useState(brand);
  const [wrong, setWrong] = useState<{ email?: string; slug?: string }>({});
  const sending = useMutation({
    mutationFn: requestAdminLink,
    onSuccess: (_, sent) => {
      rememberReturn(next);
      onSent(sent);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { email: email.trim(), brand: slug.trim().toLowerCase() };
    const found = {
      email: looksLikeEmail(body.email) ? undefined : 'Write your whole address, such as maya@example.com.',
      slug: body.brand ? undefined : 'Write your brand’s short name, such as rosewood.',
    };
    setWrong(found);
    if (!found.email && !found.slug) sending.mutate(body);
  };
  const failed = sending.error && failureWords(sending.error, 'The link could not be sent');
  return (
    <form onSubmit={submit} noValidate className={classes.stack}>
      <div>
        <h1 className={classes.title}>Sign in{brandName ? ` to ${brandName}` : ''}</h1>
        <p className={classes.words}>No password: we mail you a link.</p>
      </div>
      <TextInput
        label="Work e-mail"
        type="email"
        name="email"
        autoComplete="email"
        placeholder="you@example.com"
        value={email}
        error={wrong.email}
        onChange={event => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label="Brand"
        description="Its short name, as in your portal’s links"
        autoCapitalize="none"
        autoComplete="organization"
        value={slug}
        error={wrong.slug}
        onChange={event => setSlug(event.currentTarget.value)}
      />
      {failed && (
        <p role="alert" className={classes.alert}>
          {failed.title}. {failed.words}
        </p>
      )}
      <Button type="submit" fullWidth loading={sending.isPending}>
        Send me a sign-in link
      </Button>
    </form>
  );
}
