import { describe, expect, it } from '@jest/globals';
import { judgeVisit, type Visit, type Visitor } from './visit.js';

const browser = { 'user-agent': 'Mozilla/5.0' };
const isBot = (userAgent: string) => userAgent === 'a bot';

describe('who asks for a link', () => {
  it.each<[Visitor, Visit['method'], Visit['headers']]>([
    ['person', 'GET', browser],
    ['person', 'GET', { ...browser, 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }],
    ['person', 'GET', { ...browser, purpose: '', 'x-moz': 'other' }],
    ['prefetch', 'HEAD', browser],
    ['prefetch', 'GET', { ...browser, 'sec-purpose': 'prefetch' }],
    ['prefetch', 'GET', { ...browser, 'sec-purpose': 'prefetch;prerender' }],
    ['prefetch', 'GET', { ...browser, 'sec-purpose': ['prefetch', 'anonymous-client-ip'] }],
    ['prefetch', 'GET', { ...browser, purpose: 'Prefetch' }],
    ['prefetch', 'GET', { ...browser, 'x-moz': 'prefetch' }],
    ['prefetch', 'GET', { ...browser, 'x-purpose': 'preview' }],
    ['embedded', 'GET', { ...browser, 'sec-fetch-dest': 'image' }],
    ['embedded', 'GET', { ...browser, 'sec-fetch-dest': 'iframe' }],
    ['bot', 'GET', { 'user-agent': 'a bot' }],
    ['bot', 'GET', { 'user-agent': ' ' }],
    ['bot', 'GET', {}],
  ])('is a %s: %s %j', (visitor, method, headers) => {
    expect(judgeVisit({ method, headers }, isBot)).toBe(visitor);
  });
});
