import type { MediaItem, UploadsInfo } from '@cairn/contracts/http/media';
import { sizeWords } from '@cairn/contracts/words/size-words';
import { Button, FileButton, Input } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { faultOf } from '../hand-in-form.js';
import classes from './file-field.module.css';

interface FileFieldProps {
  uploads: UploadsInfo;
  file: File | null;
  /** What was handed in before, and stays unless another file is chosen. */
  keeps: MediaItem | null;
  onChange: (file: File | null) => void;
  disabled: boolean;
}

/** Asks for a photo or video; a phone offers its camera by itself. Shows what was chosen before it is sent. */
export function FileField({ uploads, file, keeps, onChange, disabled }: FileFieldProps) {
  const [fault, setFault] = useState<string | null>(null);
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    const wrong = faultOf(chosen, uploads);
    setFault(wrong);
    if (wrong === null) onChange(chosen);
  };
  const { photo, video } = uploads.maxBytes;
  return (
    <Input.Wrapper
      label="Photo or video"
      labelElement="div"
      size="md"
      description={`A photo up to ${sizeWords(photo)}, or a video up to ${sizeWords(video)}`}
      error={fault}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
    >
      <div className={classes.field} data-chosen={file !== null || undefined}>
        {file === null ? (
          keeps && (
            <p className={classes.name}>Your {keeps.kind} of before stays, unless you choose another.</p>
          )
        ) : (
          <Chosen file={file} />
        )}
        <div className={classes.buttons}>
          <FileButton accept={acceptOf(uploads.types)} onChange={choose} disabled={disabled}>
            {props => (
              <Button
                {...props}
                variant="default"
                size="md"
                leftSection={<IconPhotoUp size={20} stroke={1.6} aria-hidden />}
              >
                {file === null && keeps === null ? 'Choose a photo or video' : 'Choose another'}
              </Button>
            )}
          </FileButton>
          {file !== null && (
            <Button
              variant="subtle"
              size="md"
              color="gray"
              disabled={disabled}
              onClick={() => onChange(null)}
            >
              Remove
            </Button>
          )}
        </div>
      </div>
    </Input.Wrapper>
  );
}

/** Without HEIC: an iPhone then hands over a JPEG, which every browser can show. */
function acceptOf(types: readonly string[]): string {
  return types.filter(type => type !== 'image/heic').join(',');
}

function Chosen({ file }: { file: File }) {
  const [url, setUrl] = useState<string | null>(null);
  const [unseen, setUnseen] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    setUnseen(false);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <>
      {url !== null &&
        !unseen &&
        (file.type.startsWith('video/') ? (
          <video
            className={classes.preview}
            src={url}
            controls
            muted
            playsInline
            preload="metadata"
            aria-label="The chosen video"
            onError={() => setUnseen(true)}
          />
        ) : (
          <img
            className={classes.preview}
            src={url}
            alt="What you have chosen"
            onError={() => setUnseen(true)}
          />
        ))}
      <p className={classes.name}>
        {file.name}, {sizeWords(file.size)}
      </p>
    </>
  );
}
