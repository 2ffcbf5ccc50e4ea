import { Pebble } from '../../../../shared/features/cairn/components/pebble.js';
import { useKnownTiers } from '../../api/series-choices.js';
import classes from './tier-mark.module.css';

/** A tier by its stone, where the series still has it, and its name. */
export function TierMark({ id, name }: { id: string; name: string }) {
  const known = useKnownTiers().get(id);
  return (
    <span className={classes.mark}>
      {known && <Pebble medal={known.medal} index={known.index} width={22} />}
      {name}
    </span>
  );
}
