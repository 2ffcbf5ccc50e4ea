import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '../features/layout/components/empty.js';
import { PageHead } from '../features/layout/components/page-head.js';

/** Every path that is none of ours. */
export function NotFoundPage() {
  return (
    <>
      <PageHead title="Not found" />
      <Empty
        title="There is no such page"
        action={
          <Button component={Link} to="/admin/series">
            Go to series
          </Button>
        }
      >
        The address may be misspelt, or what it named is gone.
      </Empty>
    </>
  );
}
