import { describe, expect, it } from '@jest/globals';
import { end, type Lifecycle, pause, resume } from './lifecycle.js';

const [t1, t2, t3, t9] = [1, 2, 3, 9].map(day => `2026-11-0${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];
const live: Lifecycle = { status: 'live', live: [{ from: t1, to: null }], endsAt: null };
const bounded: Lifecycle = { status: 'live', live: [{ from: t1, to: t9 }], endsAt: t9 };
const paused: Lifecycle = { status: 'paused', live: [{ from: t1, to: t2 }], endsAt: t9 };
const scheduled: Lifecycle = { status: 'scheduled', live: [{ from: t9, to: null }], endsAt: null };
const draft: Lifecycle = { status: 'draft', live: [], endsAt: null };
const ended: Lifecycle = { status: 'ended', live: [{ from: t1, to: t2 }], endsAt: t2 };

describe('3.2 a series', () => {
  it.each([
    {
      what: 'pause closes the open span',
      turned: pause(live, t2),
      is: { live: [{ from: t1, to: t2 }], endsAt: null, isPaused: true },
    },
    {
      what: 'pause closes before the end that is set, which stays',
      turned: pause(bounded, t2),
      is: { live: [{ from: t1, to: t2 }], endsAt: t9, isPaused: true },
    },
    {
      what: 'pause at the very instant of the start leaves no empty span',
      turned: pause(live, t1),
      is: { live: [], endsAt: null, isPaused: true },
    },
    {
      what: 'resume opens a span up to the end that is set',
      turned: resume(paused, t3),
      is: {
        live: [
          { from: t1, to: t2 },
          { from: t3, to: t9 },
        ],
        endsAt: t9,
        isPaused: false,
      },
    },
    {
      what: 'end closes now, whatever end was set',
      turned: end(bounded, t3),
      is: { live: [{ from: t1, to: t3 }], endsAt: t3, isPaused: false },
    },
    {
      what: 'end of a paused one adds no span',
      turned: end(paused, t3),
      is: { live: [{ from: t1, to: t2 }], endsAt: t3, isPaused: false },
    },
    {
      what: 'end of a scheduled one: it was never live',
      turned: end(scheduled, t3),
      is: { live: [], endsAt: t3, isPaused: false },
    },
  ])('3.2 $what', ({ turned, is }) => {
    expect(turned).toEqual(is);
  });

  it.each([
    { what: 'pause a paused one', turned: pause(paused, t3), code: 'series_not_live' },
    { what: 'pause a scheduled one', turned: pause(scheduled, t3), code: 'series_not_live' },
    { what: 'pause a draft', turned: pause(draft, t3), code: 'series_not_live' },
    { what: 'pause an ended one', turned: pause(ended, t3), code: 'series_ended' },
    { what: 'resume a live one', turned: resume(live, t3), code: 'series_not_paused' },
    { what: 'resume a scheduled one', turned: resume(scheduled, t3), code: 'series_not_paused' },
    { what: 'resume a draft', turned: resume(draft, t3), code: 'series_not_paused' },
    { what: 'resume an ended one', turned: resume(ended, t3), code: 'series_ended' },
    { what: 'end a draft', turned: end(draft, t3), code: 'series_not_live' },
    { what: 'end an ended one', turned: end(ended, t3), code: 'series_ended' },
  ])('3.2 refuses to $what, saying what to do', ({ turned, code }) => {
    expect(turned).toEqual({ refused: { code, detail: expect.stringMatching(/: .+\.$/) } });
  });
});
