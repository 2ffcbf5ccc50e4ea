import type { WayToEarn } from '@cairn/contracts/http/home';
import { ruleWords } from '../words/rate-words.js';
import { isLive } from './current.js';
import type { HomeRows, SeriesState } from './rows.js';

/** What earns now: nothing without a live series (domain.md 2.7) or without a rule that gives points. */
export function waysToEarn(rows: HomeRows, programId: string, series: SeriesState, now: Date): WayToEarn[] {
  const rule = rows.rules.find(candidate => candidate.programId === programId)?.rule;
  if (rule === undefined || !isLive(series, now)) return [];
  const award = ruleWords(rule, rows.brand.currency, rows.brand.currencyExponent);
  if (award === null) return [];
  const { code, link } = rows.ambassador;
  const leads = rows.brand.landingUrl !== null;
  const title = leads ? 'Share your link' : 'Share your code';
  return [{ kind: 'referral', title, award, code, link: leads ? link : null }];
}
