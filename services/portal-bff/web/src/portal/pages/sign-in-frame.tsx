import type { ReactNode } from 'react';
import { BrandHeader } from '../../shared/features/brand/components/brand-header.js';
import { Cairn, type CairnStone } from '../../shared/features/cairn/components/cairn.js';
import classes from './sign-in-page.module.css';

const pile: CairnStone[] = (['bronze', 'silver', 'gold'] as const).map(preset => ({
  id: preset,
  name: preset,
  medal: { preset },
  state: 'set',
}));

/** Round everything before the sign-in: on a phone the pile stands above the words, on a desk beside them. */
export function SignInFrame({ brand, children }: { brand: string | null; children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <div className={classes.side}>
        <BrandHeader name={brand} />
        <main className={classes.main}>
          <div className={classes.small}>
            <Cairn stones={pile} />
          </div>
          {children}
        </main>
      </div>
      <aside className={classes.picture}>
        <div className={classes.pile}>
          <Cairn stones={pile} />
        </div>
        <p className={classes.motto}>Every sale moves you up. Every milestone sets a stone.</p>
      </aside>
    </div>
  );
}
