import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BrandSpec, ProgramSpec } from '../brands/brand-spec.js';
import { type Api, ApiError } from '../http/api.js';
import { everyItem } from '../http/pages.js';
import { settled } from './settled.js';
import { tiersOf } from './tiers.js';

const named = z.object({ id: z.string(), name: z.string() });
const listedSeries = named.extend({ status: z.string() });
const created = z.object({ id: z.string() });

/** A program of the brand and its series, by id. */
export interface ProgramIds {
  programId: string;
  seriesId: string;
}

/** By the program's name. */
export type ProgramsByName = Map<string, ProgramIds>;

/**
 * Makes the programs, their rules, and their series as drafts; what is there already, by its name, stays. Publishing
 * is a step of its own (`publishSeries`), to be taken when everybody is enrolled: it answers when all services know
 * all that came before it.
 */
export async function setUpPrograms(api: Api, brand: BrandSpec): Promise<ProgramsByName> {
  const programs = await everyItem(api, '/api/v1/programs', named);
  const series = await everyItem(api, '/api/v1/series', listedSeries);
  const ids: ProgramsByName = new Map();
  for (const spec of brand.programs) {
    const programId = programs.find(p => p.name === spec.name)?.id ?? (await makeProgram(api, spec));
    const found = series.find(s => s.name === spec.series.name);
    if (!found) await setRule(api, programId, spec.rate);
    const seriesId = found?.id ?? (await makeSeries(api, spec, programId, brand.since));
    ids.set(spec.name, { programId, seriesId });
  }
  return ids;
}

/** Publishes the series that are still drafts, and answers when everything said so far is in force everywhere. */
export async function publishSeries(api: Api, brand: BrandSpec, programs: ProgramsByName): Promise<void> {
  const series = await everyItem(api, '/api/v1/series', listedSeries);
  for (const spec of brand.programs) {
    const { programId, seriesId } = programs.get(spec.name)!;
    let status = 202;
    if (series.find(s => s.id === seriesId)?.status === 'draft') {
      status = await publish(api, seriesId);
    }
    await settled(status, () => rename(api, programId, spec.name));
  }
}

async function publish(api: Api, seriesId: string): Promise<number> {
  const path = `/api/v1/series/${seriesId}/publish`;
  try {
    return (await api.call({ method: 'POST', path, body: {}, answer: z.unknown() })).status;
  } catch (error) {
    // A first try did it, whose answer never came; whether it is in force everywhere nobody has said yet.
    if (error instanceof ApiError && error.code === 'series_not_draft') return 202;
    throw error;
  }
}

async function makeProgram(api: Api, spec: ProgramSpec): Promise<string> {
  const { status, body } = await api.call({
    method: 'POST',
    path: '/api/v1/programs',
    body: { name: spec.name, category: spec.category, holdDays: 0 },
    idempotencyKey: randomUUID(),
    answer: created,
  });
  await settled(status, () => rename(api, body.id, spec.name));
  return body.id;
}

async function setRule(api: Api, programId: string, rate: string): Promise<void> {
  const put = () =>
    api.call({
      method: 'PUT',
      path: `/api/v1/programs/${programId}/referral-rule`,
      body: { mode: 'fixed', rate },
      answer: z.unknown(),
    });
  await settled((await put()).status, put);
}

async function makeSeries(api: Api, spec: ProgramSpec, programId: string, since: string): Promise<string> {
  const tiers = await tiersOf(api, spec.series.tiers);
  const { body } = await api.call({
    method: 'POST',
    path: '/api/v1/series',
    body: { ...spec.series, tiers, programIds: [programId], startsAt: since, completion: { kind: 'stay' } },
    idempotencyKey: randomUUID(),
    answer: created,
  });
  return body.id;
}

/** To its own name: changes nothing, and answers when what came before is in force. */
function rename(api: Api, programId: string, name: string): Promise<{ status: number }> {
  return api.call({
    method: 'PATCH',
    path: `/api/v1/programs/${programId}`,
    body: { name },
    answer: z.unknown(),
  });
}
