import { describe, expect, it } from '@jest/globals';
import { returnPath, signInPath } from './return-path.js';

describe('where a sign-in leads', () => {
  it('goes on to the page that asked for it, with its filters', () => {
    const path = signInPath('/admin/series?status=live');
    expect(returnPath(new URLSearchParams(path.split('?')[1]).get('next'))).toBe('/admin/series?status=live');
  });

  it('never leads to another site, the portal or round in a circle', () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/adminx',
      '/',
      '/admin/sign-in?token=x',
      null,
    ]) {
      expect(returnPath(next)).toBe('/admin/series');
    }
  });
});
