import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { looksLikeEmail } from '../../../../shared/features/email/email.js';
import { ApiProblem } from '../../../../shared/features/http/api-problem.js';
import { requestMagicLink } from '../api/request-magic-link.js';
import classes from './session.module.css';

interface SignInFormProps {
  /** The brand's slug; null where nobody has said which: then it is asked for. */
  brand: string | null;
  email: string;
  onSent: (sent: { email: string; brand: string }) => void;
}

/** Asks for the e-mail address the link goes to. */
export function SignInForm({ brand, email: first, onSent }: SignInFormProps) {
  const [email, setEmail] = useState(first);
  const [slug, setSlug] = useState('');
  const [wrong, setWrong] = useState<{ email?: string; slug?: string }>({});
  const sending = useMutation({ mutationFn: requestMagicLink, onSuccess: (_, sent) => onSent(sent) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { email: email.trim(), brand: brand ?? slug.trim().toLowerCase() };
    const found = {
      email: looksLikeEmail(body.email) ? undefined : 'Write your whole address, such as maya@example.com.',
      slug: body.brand ? undefined : 'Write the brand’s short name; it stands in your invitation.',
    };
    setWrong(found);
    if (!found.email && !found.slug) sending.mutate(body);
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {brand === null && (
        <TextInput
          label="Brand"
          description="Its short name, as in your invitation"
          size="md"
          autoCapitalize="none"
          value={slug}
          error={wrong.slug}
          onChange={event => setSlug(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="E-mail"
        type="email"
        name="email"
        size="md"
        autoComplete="email"
        inputMode="email"
        placeholder="you@example.com"
        value={email}
        error={wrong.email}
        onChange={event => setEmail(event.currentTarget.value)}
      />
      {sending.error && (
        <p role="alert" className={classes.alert}>
          {failureWords(sending.error)}
        </p>
      )}
      <Button type="submit" size="md" fullWidth loading={sending.isPending}>
        Send me a sign-in link
      </Button>
    </form>
  );
}

function failureWords(error: Error): string {
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 429) return 'That was a little often. Wait a minute, then send it again.';
  if (status === 0) return 'There is no connection just now. What you wrote is kept: try again in a moment.';
  return 'The link could not be sent just now. What you wrote is kept: try again in a moment.';
}
