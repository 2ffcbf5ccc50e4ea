import type { ApiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';
import type { CreateApiKey } from '@cairn/contracts/http/brand';
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../../../shared/features/clipboard/components/copy-button.js';
import type { FieldErrors } from '../../api/field-errors.js';
import { useDialogForm } from '../../api/use-dialog-form.js';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { createKey } from '../api/settings.js';
import { scopes, scopeWords } from '../scope-words.js';
import classes from './create-key.module.css';

/** Makes an API key and shows it, this once. */
export function CreateKey({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [shown, setShown] = useState<{ name: string; key: string } | null>(null);
  const { form, set, errors, submit, busy, error } = useDialogForm({
    initial: { name: '', scopes: ['events:write'] as ApiKeyScope[] },
    read: readKey,
    send: createKey,
    onDone: ({ key }, { name }) => {
      void queries.invalidateQueries({ queryKey: ['api-keys'] });
      setShown({ name, key });
      onClose();
    },
  });
  return (
    <>
      <FormDialog
        opened={opened}
        onClose={onClose}
        title="Create API key"
        action="Create key"
        onSubmit={submit}
        busy={busy}
        error={error}
        failed="The key could not be created"
      >
        <TextInput
          label="Name"
          placeholder="Where it is used, such as “Shop backend”"
          value={form.name}
          onChange={event => set({ name: event.currentTarget.value })}
          error={errors.name}
          data-autofocus
        />
        <Checkbox.Group
          label="Scopes"
          value={form.scopes}
          onChange={chosen => set({ scopes: chosen as ApiKeyScope[] })}
          error={errors.scopes}
        >
          <div className={classes.scopes}>
            {scopes.map(scope => (
              <Checkbox key={scope} value={scope} label={scope} description={scopeWords[scope]} />
            ))}
          </div>
        </Checkbox.Group>
      </FormDialog>
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={`The key ${shown?.name ?? ''}`}
        size={520}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
        classNames={{ title: classes.title }}
      >
        <p className={classes.words}>Copy it now and keep it safe: it is shown this once and kept nowhere.</p>
        <div className={classes.key}>
          <TextInput
            aria-label="API key"
            value={shown?.key ?? ''}
            readOnly
            onFocus={event => event.currentTarget.select()}
            classNames={{ input: classes.value }}
          />
          <CopyButton value={shown?.key ?? ''} what="key" data-autofocus />
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setShown(null)}>
            I have kept it
          </Button>
        </div>
      </Modal>
    </>
  );
}

function readKey(form: CreateApiKey): { input: CreateApiKey } | { errors: FieldErrors } {
  const name = form.name.trim();
  if (name && form.scopes.length > 0) return { input: { name, scopes: form.scopes } };
  return {
    errors: {
      name: name ? undefined : 'Say where it is used.',
      scopes: form.scopes.length > 0 ? undefined : 'Choose at least one scope.',
    },
  };
}
