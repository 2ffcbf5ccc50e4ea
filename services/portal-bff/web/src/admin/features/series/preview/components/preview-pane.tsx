import { Slider, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId } from 'react';
import { HomeSkeleton } from '../../../../../portal/pages/home-skeleton.js';
import { HomeView } from '../../../../../portal/pages/home-view.js';
import { BrandAccent } from '../../../../../shared/features/brand/components/brand-accent.js';
import { BrandHeader } from '../../../../../shared/features/brand/components/brand-header.js';
import { spokenPoints } from '../../../../../shared/features/wording/numbers.js';
import { useReader } from '../../../../../shared/features/wording/use-reader.js';
import { failureWords } from '../../../layout/failure-words.js';
import { usePreview } from '../api/preview-series.js';
import { previewWords } from '../preview-words.js';
import { PhoneFrame } from './phone-frame.js';
import classes from './preview-pane.module.css';

interface PreviewPaneProps {
  /** Null while it is not saved: then there is nothing to preview yet. */
  seriesId: string | null;
  revision: number;
  /** Ascending. */
  thresholds: readonly number[];
  points: number;
  onPoints: (points: number) => void;
  /** Whether the text on the page is ahead of what is saved and shown. */
  behind?: boolean;
}

/** The phone exactly as the ambassador sees it, at any number of points (domain.md 3.9). */
export function PreviewPane(props: PreviewPaneProps) {
  const { seriesId, revision, thresholds, points, onPoints, behind = false } = props;
  const reader = useReader();
  const [asked] = useDebouncedValue(points, 120);
  const preview = usePreview(seriesId, revision, asked);
  const home = preview.data;
  const label = useId();
  const top = Math.max(100, ...thresholds);
  const most = Math.ceil(top * 1.1);
  return (
    <div className={classes.pane}>
      <div className={classes.points}>
        <label htmlFor={label}>At</label>
        <TextInput
          id={label}
          aria-label="Points in the preview"
          inputMode="numeric"
          value={String(points)}
          onChange={event => onPoints(Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 12)))}
          classNames={{ root: classes.field, input: classes.number }}
        />
        <span>points</span>
        <Slider
          thumbLabel="Points in the preview"
          className={classes.slider}
          size="sm"
          color="var(--accent)"
          label={value => spokenPoints(value, reader.locale)}
          min={0}
          max={most}
          step={Math.max(1, Math.round(most / 200))}
          marks={thresholds.map(value => ({ value }))}
          value={Math.min(points, most)}
          onChange={onPoints}
        />
      </div>
      <PhoneFrame>
        {home ? (
          <>
            <BrandAccent accent={home.brand.accent} />
            <BrandHeader name={home.brand.name} />
            <HomeView home={home} reader={reader} />
          </>
        ) : (
          <HomeSkeleton />
        )}
      </PhoneFrame>
      {seriesId === null ? (
        <p className={classes.words}>
          The preview begins once the draft is saved: it needs a name, a category and a program.
        </p>
      ) : preview.error ? (
        <p className={classes.words} role="alert">
          {failureWords(preview.error, 'The preview could not be made').words}
        </p>
      ) : (
        <>
          {behind && <p className={classes.words}>The phone shows the draft as it was last saved.</p>}
          <VisuallyHidden role="status">{home ? previewWords(home, reader.locale) : ''}</VisuallyHidden>
        </>
      )}
    </div>
  );
}
