import type { CodePoolItem } from '@cairn/contracts/http/code-pool';
import { Button, FileButton, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../layout/components/form-dialog.js';
import { useNotify } from '../../layout/components/notices.js';
import { addCodes, usePoolsChanged } from '../api/code-pools.js';
import { type CodesRead, readCodes } from '../codes-text.js';
import classes from './add-codes.module.css';

interface AddCodesProps {
  pool: Pick<CodePoolItem, 'id' | 'name'>;
  opened: boolean;
  onClose: () => void;
}

/** Adds codes to a pool, pasted or from a file, one a line; says what it read before it sends anything. */
export function AddCodes({ pool, opened, onClose }: AddCodesProps) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const notify = useNotify();
  const changed = usePoolsChanged();
  const read = readCodes(text);
  const mutation = useMutation({
    mutationFn: () => addCodes(pool.id, read.codes),
    onSuccess: ({ added, duplicates }) => {
      const known = duplicates > 0 ? `, ${duplicates} were there already` : '';
      notify({ words: `${added} ${added === 1 ? 'code' : 'codes'} added to ${pool.name}${known}` });
      onClose();
    },
    onSettled: changed,
  });
  const count = read.codes.length;
  const nothing =
    tried && count === 0 && read.bad.length === 0 ? 'Paste codes, or choose a file.' : undefined;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Add codes to ${pool.name}`}
      action={count > 0 ? `Add ${count} ${count === 1 ? 'code' : 'codes'}` : 'Add codes'}
      onSubmit={() => {
        setTried(true);
        if (count > 0 && read.bad.length === 0) mutation.mutate();
      }}
      busy={mutation.isPending}
      error={mutation.error}
      failed="Not all codes could be added"
    >
      <Textarea
        label="Codes"
        description="One a line"
        placeholder={'SUMMER-7F2K\nSUMMER-9QX1'}
        rows={9}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        error={badWords(read) ?? nothing}
        classNames={{ input: classes.codes }}
        spellCheck={false}
        data-autofocus
      />
      <div className={classes.file}>
        <FileButton
          accept=".txt,.csv,text/plain,text/csv"
          onChange={async file => {
            if (file) setText(await file.text());
          }}
        >
          {props => (
            <Button {...props} variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <span role="status">{countWords(read)}</span>
      </div>
    </FormDialog>
  );
}

function badWords({ bad }: CodesRead): string | undefined {
  const [first] = bad;
  if (first === undefined) return undefined;
  const others = bad.length > 1 ? `, and ${bad.length - 1} more lines` : '';
  return `Line ${first.line} is no code: “${first.text.slice(0, 40)}”${others}. A code has no spaces and plain letters only.`;
}

function countWords({ codes, repeated }: CodesRead): string {
  if (codes.length === 0) return '';
  const again = repeated > 0 ? `, ${repeated} repeated and left out` : '';
  return `${codes.length} ${codes.length === 1 ? 'code' : 'codes'}${again}`;
}
