import { Button, Progress } from '@mantine/core';
import classes from './upload-progress.module.css';

/** How far a file is on its way, and a way to stop it. */
export function UploadProgress({ share, onStop }: { share: number; onStop: () => void }) {
  const percent = Math.round(share * 100);
  return (
    <div className={classes.progress}>
      <Progress.Root size="md" radius="xl" className={classes.track}>
        <Progress.Section value={percent} color="var(--accent)" aria-label="Sent" />
      </Progress.Root>
      <div className={classes.line}>
        <span role="status">{percent < 100 ? 'On its way' : 'It is there. One moment.'}</span>
        <span className={classes.percent} aria-hidden>
          {percent} %
        </span>
        <Button variant="default" size="sm" onClick={onStop}>
          Stop
        </Button>
      </div>
    </div>
  );
}
