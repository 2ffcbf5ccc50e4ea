import { Empty } from '../../layout/components/empty.js';

/** Instead of what only owners see (domain.md 6.1). */
export function OwnersOnly({ what }: { what: string }) {
  return (
    <Empty title={`Only owners see ${what}`}>
      Owners decide who may come in. Ask one of them to change your role if you need it.
    </Empty>
  );
}
