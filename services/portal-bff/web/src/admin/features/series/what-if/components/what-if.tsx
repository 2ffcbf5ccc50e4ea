import type { CreateSeries } from '@cairn/contracts/http/series';
import type { Simulation } from '@cairn/contracts/http/simulation';
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { spokenPoints } from '../../../../../shared/features/wording/numbers.js';
import { Failure } from '../../../layout/components/failure.js';
import { useSimulation } from '../api/simulate.js';
import { aboutWords, costWords, wayWords } from '../what-if-words.js';
import classes from './what-if.module.css';

interface WhatIfProps {
  /** The draft as it stands; null while something in it is missing or wrong. */
  draft: CreateSeries | null;
  exponent: number;
  locale: string;
}

/** What the draft would have done with the real ledger: asked for by hand, and said to be old once the draft changes. */
export function WhatIf({ draft, exponent, locale }: WhatIfProps) {
  const asking = useSimulation();
  const told = asking.data;
  const isOld = told !== undefined && JSON.stringify(draft) !== JSON.stringify(asking.variables);
  return (
    <section className={classes.pane} aria-labelledby="what-if">
      <div className={classes.head}>
        <div>
          <h2 id="what-if" className={classes.title}>
            What if it had been live?
          </h2>
          <p className={classes.dim}>
            {draft === null
              ? 'Once the draft is complete, ask what it would have done with what your ambassadors have really earned.'
              : 'Asks the ledger of its programs: who would stand where, how long the way takes, what the rewards would cost. Nothing is changed.'}
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconHistory size={16} aria-hidden />}
          disabled={draft === null}
          loading={asking.isPending}
          onClick={() => draft && asking.mutate(draft)}
        >
          {told ? 'Ask again' : 'Ask the ledger'}
        </Button>
      </div>
      {asking.error && <Failure error={asking.error} what="The ledger was not asked" />}
      <div aria-live="polite">
        {told && (
          <>
            {isOld && <p className={classes.old}>The draft has changed since: ask again.</p>}
            <Told told={told} exponent={exponent} locale={locale} />
          </>
        )}
      </div>
    </section>
  );
}

function Told({ told, exponent, locale }: { told: Simulation; exponent: number; locale: string }) {
  const said = (minor: number) => costWords(minor, told.cost.currency, exponent, locale);
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label="What if">
          <thead>
            <tr>
              <th scope="col">Tier</th>
              <th scope="col" className={classes.number}>
                Would stand here
              </th>
              <th scope="col" className={classes.number}>
                Reached it
              </th>
              <th scope="col">The way there</th>
              <th scope="col" className={classes.number}>
                Rewards
              </th>
            </tr>
          </thead>
          <tbody>
            {told.tiers.toReversed().map(tier => (
              <tr key={tier.threshold}>
                <th scope="row">
                  {tier.name} <span className={classes.dim}>{spokenPoints(tier.threshold, locale)}</span>
                </th>
                <td className={classes.number}>{spokenPoints(tier.standing, locale)}</td>
                <td className={classes.number}>
                  {spokenPoints(tier.reached, locale)}
                  {tier.unlocks > tier.reached && (
                    <span className={classes.dim}> · {spokenPoints(tier.unlocks, locale)} unlocks</span>
                  )}
                </td>
                <td>{wayWords(tier, locale)}</td>
                <td className={classes.number}>{tier.cost === null ? '–' : said(tier.cost)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Below the first</th>
              <td className={classes.number}>{spokenPoints(told.belowFirst, locale)}</td>
              <td />
              <td />
              <td className={classes.number}>
                {told.tiers.some(tier => tier.cost !== null) ? <strong>{said(told.cost.total)}</strong> : '–'}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className={classes.dim}>{aboutWords(told, locale).join(' ')}</p>
    </>
  );
}
