import type { ActionCategory, ActionLimit, ReviewMode } from '@cairn/contracts/earning';
import type { ActionItem, CreateAction } from '@cairn/contracts/http/action';
import type { CampaignItem, CreateCampaign } from '@cairn/contracts/http/campaign';
import type { FieldErrors } from '../api/field-errors.js';
import { instantAt, localAt } from '../brand-time/brand-time.js';
import { wholeOf } from '../layout/typed-whole.js';

const MOST_POINTS = 1_000_000_000;

/** Text as it is typed. */
export interface ActionForm {
  programId: string | null;
  category: ActionCategory;
  name: string;
  points: string;
  limited: boolean;
  count: string;
  per: ActionLimit['per'];
  review: ReviewMode;
  disclosureRequired: boolean;
}

export const emptyAction: ActionForm = {
  programId: null,
  category: 'social_post',
  name: '',
  points: '',
  limited: false,
  count: '3',
  per: 'week',
  review: 'none',
  disclosureRequired: false,
};

export function actionForm(action: ActionItem): ActionForm {
  const { programId, category, name, points, limit, review, disclosureRequired } = action;
  return {
    ...emptyAction,
    programId,
    category,
    name,
    points: String(points),
    limited: limit !== null,
    ...(limit === null ? {} : { count: String(limit.count), per: limit.per }),
    review,
    disclosureRequired,
  };
}

/** What POST /actions takes, or what is wrong with each field by the server's path. */
export function readAction(form: ActionForm): { input: CreateAction } | { errors: FieldErrors } {
  const points = wholeOf(form.points, 0, MOST_POINTS);
  const count = wholeOf(form.count, 1, 1_000_000);
  const { programId, category, name, limited, per, review, disclosureRequired } = form;
  if (programId === null || !name.trim() || points === null || (limited && count === null)) {
    return {
      errors: {
        programId: programId === null ? 'Choose the program whose ambassadors can do it.' : undefined,
        name: name.trim() ? undefined : 'Say what they do, such as “Post a story”.',
        points: points === null ? 'Whole points, from 0.' : undefined,
        'limit.count': limited && count === null ? 'A whole number, from 1.' : undefined,
      },
    };
  }
  const limit = limited && count !== null ? { count, per } : null;
  return {
    input: { programId, category, name: name.trim(), points, limit, review, disclosureRequired },
  };
}

export interface CampaignForm {
  name: string;
  programIds: string[];
  joinPoints: string;
  completionPoints: string;
  /** Wall-clock time of the brand's zone. */
  startsAt: string;
  endsAt: string;
}

export const emptyCampaign: CampaignForm = {
  name: '',
  programIds: [],
  joinPoints: '',
  completionPoints: '',
  startsAt: '',
  endsAt: '',
};

export function campaignForm(campaign: CampaignItem, timeZone: string): CampaignForm {
  const { name, programIds, joinPoints, completionPoints, startsAt, endsAt } = campaign;
  return {
    name,
    programIds,
    joinPoints: joinPoints === 0 ? '' : String(joinPoints),
    completionPoints: completionPoints === 0 ? '' : String(completionPoints),
    startsAt: localAt(startsAt, timeZone),
    endsAt: localAt(endsAt, timeZone),
  };
}

/** What POST /campaigns takes; empty points are none. The window is `[startsAt, endsAt)` (domain.md 2.5). */
export function readCampaign(
  form: CampaignForm,
  timeZone: string,
): { input: CreateCampaign } | { errors: FieldErrors } {
  const name = form.name.trim();
  const joinPoints = wholeOf(form.joinPoints || '0', 0, MOST_POINTS);
  const completionPoints = wholeOf(form.completionPoints || '0', 0, MOST_POINTS);
  const startsAt = instantAt(form.startsAt, timeZone);
  const endsAt = instantAt(form.endsAt, timeZone);
  const errors: FieldErrors = {
    name: name ? undefined : 'Give the campaign a name.',
    programIds: form.programIds.length > 0 ? undefined : 'Choose at least one program.',
    joinPoints: joinPoints === null ? 'Whole points, from 0.' : undefined,
    completionPoints:
      completionPoints === null
        ? 'Whole points, from 0.'
        : joinPoints === 0 && completionPoints === 0
          ? 'Give points for joining, for completing, or for both.'
          : undefined,
    startsAt: startsAt === null ? 'When it begins.' : undefined,
    endsAt:
      endsAt === null
        ? 'When it ends.'
        : startsAt !== null && endsAt <= startsAt
          ? 'The end must come after the start.'
          : undefined,
  };
  const wrong = Object.values(errors).some(Boolean);
  if (wrong || joinPoints === null || completionPoints === null || startsAt === null || endsAt === null) {
    return { errors };
  }
  return { input: { name, programIds: form.programIds, joinPoints, completionPoints, startsAt, endsAt } };
}
