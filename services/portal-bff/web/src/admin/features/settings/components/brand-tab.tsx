import { Skeleton } from '@mantine/core';
import { useBrandSettings } from '../../api/catalog.js';
import { Failure } from '../../layout/components/failure.js';
import { PageBody } from '../../layout/components/list-panel.js';
import { BrandFields } from './brand-fields.js';

/** `/admin/settings`: the brand's name, colours, time and rules. */
export function BrandTab() {
  const { data: brand, error, refetch, isFetching } = useBrandSettings();
  return (
    <PageBody>
      {brand ? (
        // Begins anew with what was saved; a refetch in the background must not take away what is being typed.
        <BrandFields key={brand.id} brand={brand} />
      ) : error ? (
        <Failure
          error={error}
          what="The settings could not be read"
          onRetry={() => refetch()}
          retrying={isFetching}
        />
      ) : (
        Array.from({ length: 4 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name
          <Skeleton key={index} height={96} radius="md" mb={20} />
        ))
      )}
    </PageBody>
  );
}
