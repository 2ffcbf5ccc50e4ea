import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A page of the admin: its path under /admin (as React Router writes it) and its component, loaded when opened. */
interface AdminPage {
  path: string;
  Page: ComponentType;
}

/** An entry of the command palette; shown to those who may do it. */
interface Command {
  words: string;
  /** What else people call it. */
  keywords?: string;
  to: string;
  needs?: 'write' | 'fulfil' | 'members';
}

/** An item of the rail with its pages. */
export interface Area {
  words: string;
  to: string;
  Icon: Icon;
  /** A number beside it (what waits); a hook, called in the rail. Null or 0 shows nothing. */
  useCount?: () => number | null;
  pages: readonly AdminPage[];
  commands?: readonly Command[];
}
