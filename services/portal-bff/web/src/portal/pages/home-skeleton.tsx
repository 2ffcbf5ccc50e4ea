import { Skeleton, VisuallyHidden } from '@mantine/core';
import classes from './home.module.css';

/** The home's layout before its first state: what will be there, where it will be. */
export function HomeSkeleton() {
  return (
    <main className={classes.page} aria-busy="true">
      <VisuallyHidden role="status">
        <h1>Loading your points…</h1>
      </VisuallyHidden>
      <div className={classes.hero}>
        <div className={classes.greeting}>
          <Skeleton height={24} width={140} radius="sm" />
          <Skeleton height={14} width={200} radius="sm" mt={8} />
        </div>
        <Skeleton height={52} width={104} radius={26} mx="auto" mt={24} />
        <Skeleton height={58} width={148} radius={28} mx="auto" mt={6} />
        <Skeleton height={64} width={196} radius={30} mx="auto" mt={6} />
        <Skeleton height={44} width={170} radius="sm" mt={38} />
        <Skeleton height={14} radius={999} mt={16} />
        <Skeleton height={18} width={190} radius="sm" mt={16} />
      </div>
      <div className={classes.rest}>
        <div>
          <Skeleton height={20} width={150} radius="sm" mb={14} />
          <Skeleton height={188} radius="md" />
        </div>
        <div>
          <Skeleton height={20} width={80} radius="sm" mb={14} />
          <Skeleton height={260} radius="md" />
        </div>
      </div>
    </main>
  );
}
