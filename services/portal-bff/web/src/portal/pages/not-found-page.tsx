import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from 'react-router';
import { BrandAccent } from '../../shared/features/brand/components/brand-accent.js';
import { BrandHeader } from '../../shared/features/brand/components/brand-header.js';
import { readRememberedBrand } from '../../shared/features/brand/remembered-brand.js';
import { Cairn } from '../../shared/features/cairn/components/cairn.js';
import { Message } from '../../shared/features/layout/components/message.js';

const stray = [
  { id: 'set', name: '', medal: { preset: 'bronze' as const }, state: 'set' as const },
  { id: 'missing', name: '', medal: { preset: 'silver' as const }, state: 'later' as const },
];

/** Every path that is none of ours. */
export function NotFoundPage() {
  const brand = readRememberedBrand();
  useDocumentTitle('Not found · Ambassador portal');
  return (
    <>
      <BrandAccent accent={brand?.accent} />
      <BrandHeader name={brand?.name ?? null} />
      <Message
        picture={<Cairn stones={stray} />}
        title="This path leads nowhere"
        words="The page you asked for is not here. Your points are where they were."
      >
        <Button component={Link} to="/" size="md">
          Go to your points
        </Button>
      </Message>
    </>
  );
}
