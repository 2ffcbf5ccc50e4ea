import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** Copies a value that stands beside it. `what` names it: "the code". */
export function CopyIcon({ value, what }: { value: string; what: string }) {
  const { copy, copied, error } = useClipboard({ timeout: 2_000 });
  const words = error ? 'Select it and copy' : copied ? 'Copied' : `Copy ${what}`;
  return (
    <Tooltip label={words} openDelay={copied ? 0 : 350}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={`Copy ${what}`}
        onClick={() => copy(value)}
      >
        {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        {copied && (
          <span role="status" style={{ position: 'absolute', opacity: 0 }}>
            Copied
          </span>
        )}
      </ActionIcon>
    </Tooltip>
  );
}
