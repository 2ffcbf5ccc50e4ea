import { describe, expect, it } from '@jest/globals';
import { StartFailure } from '../stack/start-failure.js';
import { freePortPlan, portPlan } from './port-plan.js';

describe('portPlan', () => {
  it('is the documented one by default', () => {
    expect(portPlan(undefined)).toEqual({
      services: {
        'portal-bff': 3000,
        ingestion: 3001,
        points: 3002,
        milestones: 3003,
        rewards: 3004,
        notifications: 3005,
      },
      inbox: 1080,
    });
  });

  it('counts from PORT_BASE, the inbox last', () => {
    const { services, inbox } = portPlan('4000');
    expect([...Object.values(services), inbox]).toEqual([4000, 4001, 4002, 4003, 4004, 4005, 4006]);
  });

  it.each(['x', '0', '65530', '4000.5', '-1'])('refuses PORT_BASE=%s', given => {
    expect(() => portPlan(given)).toThrow(StartFailure);
  });
});

describe('freePortPlan', () => {
  it('asks for one port each', async () => {
    let next = 50_000;
    const { services, inbox } = await freePortPlan(async () => next++);
    expect(new Set([...Object.values(services), inbox]).size).toBe(7);
  });
});
