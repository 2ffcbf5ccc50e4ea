import type { MediaItem } from '@cairn/contracts/http/media';
import { useState } from 'react';
import { mediaWords } from '../review-words.js';
import classes from './review-media.module.css';

interface ReviewMediaProps {
  media: MediaItem;
  /** Of what, and by whom. */
  name: string;
}

/** The photo or video that was handed in; a photo opens in full size, a video plays where it is. */
export function ReviewMedia({ media, name }: ReviewMediaProps) {
  const [unseen, setUnseen] = useState(false);
  const { kind, url } = media;
  const words = mediaWords(media);
  return (
    <figure className={classes.figure}>
      {unseen && (
        <p className={classes.unseen}>
          Your browser cannot show this {kind}. Open it to save it and see it elsewhere.
        </p>
      )}
      {!unseen && kind === 'photo' && (
        <a href={url} target="_blank" rel="noreferrer noopener" aria-label="Open the photo in full size">
          <img src={url} alt={`Handed in: ${name}`} onError={() => setUnseen(true)} />
        </a>
      )}
      {!unseen && kind === 'video' && (
        // biome-ignore lint/a11y/useMediaCaption: what strangers film comes without captions.
        <video
          src={url}
          controls
          playsInline
          preload="metadata"
          aria-label={`Handed in: ${name}`}
          onError={() => setUnseen(true)}
        />
      )}
      <figcaption>
        {words} ·{' '}
        <a href={url} target="_blank" rel="noreferrer noopener">
          Open in a new tab
        </a>
      </figcaption>
    </figure>
  );
}
