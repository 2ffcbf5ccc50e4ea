import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldErrors, fieldErrorsOf } from './field-errors.js';
import { useOnce } from './use-once.js';

interface DialogForm<Form, Input, Answer> {
  /** What the fields hold at first, and again after it has worked. */
  initial: Form;
  /** What is sent, or what is wrong with each field. */
  read: (form: Form) => { input: Input } | { errors: FieldErrors };
  /** `key`: the idempotency key of a creation. */
  send: (input: Input, key: string) => Promise<Answer>;
  /** What of the input makes it another creation; all of it unless said. */
  creates?: (input: Input) => unknown;
  onDone: (answer: Answer, input: Input) => void;
  onFailed?: (error: unknown) => void;
}

/** The state of a form in a dialog: text as typed, mistakes at their fields, and the call. */
export function useDialogForm<Form extends object, Input, Answer>(of: DialogForm<Form, Input, Answer>) {
  const [form, setForm] = useState(of.initial);
  const [mistakes, setMistakes] = useState<FieldErrors>({});
  const once = useOnce();
  const mutation = useMutation({
    mutationFn: (input: Input) => of.send(input, once.keyOf(of.creates ? of.creates(input) : input)),
    onSuccess: (answer, input) => {
      once.renew();
      setForm(of.initial);
      of.onDone(answer, input);
    },
    onError: of.onFailed,
  });
  return {
    form,
    set: (change: Partial<Form>) => setForm(now => ({ ...now, ...change })),
    errors: { ...fieldErrorsOf(mutation.error), ...mistakes } as FieldErrors,
    busy: mutation.isPending,
    error: mutation.error,
    submit: () => {
      const read = of.read(form);
      setMistakes('errors' in read ? read.errors : {});
      mutation.reset();
      if ('input' in read) mutation.mutate(read.input);
    },
  };
}
