import { randomUUID } from 'node:crypto';
import { CLOCK, type Clock } from '@cairn/service-kit/clock';
import { newId } from '@cairn/service-kit/events/derive';
import { Inject, Injectable } from '@nestjs/common';
import { type Click, repeatedWithin } from '../domain/click.js';
import { landingAddress, landingPage } from '../domain/landing-address.js';
import { judgeVisit, type Visit } from '../domain/visit.js';
import type { Landing } from '../out/postgres/referral-links.js';
import { ClickLog } from './click-log.js';
import { isBot } from './is-bot.js';
import { Landings } from './landings.js';
import { countVisit } from './metrics.js';

export interface Link {
  /** As it stands in the link. */
  code: string;
  /** Which brand's, where two have the code; null where the link does not say. */
  brandSlug: string | null;
  /** A page of the shop, in place of the landing page. */
  to: string | undefined;
}

export interface Follower extends Visit {
  /** Who the browser says it is, for a brand. */
  visitorOf: (brandId: string) => string | undefined;
  hasGone: () => boolean;
}

/** Whom the browser is to be for a brand, for how many days. */
export interface KnownVisitor {
  brandId: string;
  visitor: string;
  days: number;
}

export type Followed =
  | { kind: 'leads'; address: string; remember: KnownVisitor | null }
  | { kind: 'nowhere' }
  | { kind: 'unavailable' };

/** As milestones makes them and lets brands choose them. */
const codes = /^[A-Za-z0-9_-]{2,64}$/;

/** Follows a referral link: to the brand's page, and where a person does, with a click that is stored. */
@Injectable()
export class FollowLink {
  constructor(
    @Inject(Landings) private readonly landings: Landings,
    @Inject(ClickLog) private readonly clicks: ClickLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async follow(link: Link, follower: Follower): Promise<Followed> {
    const { code, brandSlug } = link;
    const landing = codes.test(code)
      ? await this.landings.find({ code: code.toLowerCase(), brandSlug })
      : undefined;
    if (landing === undefined || landing === 'unavailable') {
      countVisit(null, landing ?? 'unknown');
      return { kind: landing ?? 'nowhere' };
    }
    const { brandId, slug, landingUrl, windowDays } = landing;
    const page = landingPage(landingUrl, link.to);
    const address = (clickId: string | null) => landingAddress(page, { code, brandSlug: slug, clickId });
    const who = judgeVisit(follower, isBot);
    if (who !== 'person') {
      countVisit(brandId, who);
      return { kind: 'leads', address: address(null), remember: null };
    }
    const known = follower.visitorOf(brandId);
    const click = this.clickOn(landing, code, page, known ?? randomUUID());
    const repeatsSince = known === undefined ? null : new Date(Date.parse(click.at) - repeatedWithin);
    const id = await this.clicks.record({ click, repeatsSince, isAbandoned: follower.hasGone });
    const remember = id === null ? null : { brandId, visitor: click.visitor, days: windowDays };
    return { kind: 'leads', address: address(id), remember };
  }

  private clickOn({ brandId, ambassadorId }: Landing, code: string, page: URL, visitor: string): Click {
    const now = this.clock();
    const landing = `${page.origin}${page.pathname}`;
    const at = now.toISOString();
    return { id: newId(now), brandId, ambassadorId, code: code.toLowerCase(), visitor, at, landing };
  }
}
