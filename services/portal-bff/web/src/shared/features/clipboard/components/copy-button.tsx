import { Button, type ButtonProps } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  value: string;
  /** What is copied, for the button's words: "Copy link". */
  what: string;
}

/** Copies, and says so on itself for two seconds; where the browser refuses, it says what to do instead. */
export function CopyButton({ value, what, ...button }: CopyButtonProps) {
  const { copy, copied, error } = useClipboard({ timeout: 2_000 });
  return (
    <Button
      {...button}
      onClick={() => copy(value)}
      leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
    >
      <span aria-live="polite">{error ? 'Select it and copy' : copied ? 'Copied' : `Copy ${what}`}</span>
    </Button>
  );
}
