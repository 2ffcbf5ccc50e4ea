import { MantineProvider, useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { cssVariablesResolver, theme } from '../../../../../shared/features/theme/theme.js';
import classes from './phone-frame.module.css';

/** A phone's screen in CSS pixels, and how much smaller it is shown. */
const WIDTH = 390;
const HEIGHT = 760;
const SCALE = 0.82;

/**
 * What is inside is laid out as on a phone, media queries and all, since it lives in a document of its own. A picture
 * only: what it says stands in words beside it.
 */
export function PhoneFrame({ children }: { children: ReactNode }) {
  const scheme = useComputedColorScheme('light');
  const [page, setPage] = useState<Document | null>(null);
  const take = useCallback((frame: HTMLIFrameElement | null) => {
    const open = () => {
      const inner = frame?.contentDocument;
      if (!inner) return;
      dress(inner);
      setPage(inner);
    };
    open();
    // Firefox puts a document of its own in after the first one.
    frame?.addEventListener('load', open);
    return () => frame?.removeEventListener('load', open);
  }, []);
  return (
    <div className={classes.phone} style={{ width: WIDTH * SCALE, height: HEIGHT * SCALE }}>
      <iframe
        ref={take}
        title="The portal on a phone"
        tabIndex={-1}
        className={classes.screen}
        style={{ width: WIDTH, height: HEIGHT, transform: `scale(${SCALE})` }}
      />
      {page &&
        createPortal(
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariablesResolver}
            forceColorScheme={scheme}
            getRootElement={() => page.documentElement}
          >
            <div inert>{children}</div>
          </MantineProvider>,
          page.body,
        )}
    </div>
  );
}

/** The page's own style sheets, so that both look the same. */
function dress(page: Document): void {
  if (page.documentElement.dataset.phone !== undefined) return;
  page.documentElement.dataset.phone = '';
  page.documentElement.lang = document.documentElement.lang;
  for (const sheet of document.head.querySelectorAll('link[rel="stylesheet"], style')) {
    page.head.append(sheet.cloneNode(true));
  }
}
