import { describe, expect, it } from '@jest/globals';
import { NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { notWell } from './not-well.js';

describe('what a health check found', () => {
  it('names each part with what it says', () => {
    const error = {
      postgres: { status: 'down', message: 'timeout of 2000ms exceeded' },
      kafka: { status: 'down', outside: ['points', 'points.catalog'] },
    };
    const found = { status: 'error', info: { outbox: { status: 'up' } }, error, details: {} };
    expect(notWell(new ServiceUnavailableException(found))).toBe(
      'Not well: postgres (down; message timeout of 2000ms exceeded), kafka (down; outside ["points","points.catalog"]).',
    );
  });

  it.each([new ServiceUnavailableException(), new NotFoundException(), new Error('other'), undefined])(
    'is not what %p is',
    error => {
      expect(notWell(error)).toBeUndefined();
    },
  );
});
