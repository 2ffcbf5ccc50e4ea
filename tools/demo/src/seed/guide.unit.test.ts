import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../environment.js';
import { guideOf } from './guide.js';

const result = {
  brand: { id: 'b', slug: 'rosewood' },
  apiKey: 'ck_of_rosewood',
  keyFile: '/kept/demo-rosewood.json',
  links: [{ name: 'Mia', standing: '760 points', url: 'http://portal/sign-in?token=a' }],
  admin: { name: 'Rosa', standing: 'the owner', url: null },
};

describe('the guide', () => {
  it('names the file of the key to a reader who has it', () => {
    const guide = guideOf(result, readEnvironment({ INGESTION_URL: 'http://ingestion:1' }));
    expect(guide).toContain('Its API key is in /kept/demo-rosewood.json');
    expect(guide).toContain('curl -s http://ingestion:1/v1/events');
    expect(guide).not.toContain('ck_of_rosewood');
  });

  it('tells the key, and where events go, to a reader elsewhere', () => {
    const env = { INGESTION_URL: 'http://ingestion:1', READER_INGESTION_URL: 'http://localhost:3001' };
    const guide = guideOf(result, readEnvironment(env));
    expect(guide).toContain('Its API key is ck_of_rosewood');
    expect(guide).toContain('curl -s http://localhost:3001/v1/events');
    expect(guide).toMatch(/-H authorization:\\ Bearer\\ ck_of_rosewood \\/);
    expect(guide).not.toContain('/kept');
  });
});
