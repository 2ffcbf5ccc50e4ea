import { describe, expect, it } from '@jest/globals';
import { rangeOf } from './byte-range.js';
import { mediaPlaceOf } from './media-place.js';
import { mediaProof, sha256Of } from './media-proof.js';
import { mediaFileName, mediaTypeOf } from './media-type.js';

describe('the part of a file that a Range header asks for', () => {
  it.each([
    [undefined, 10, 'whole'],
    ['bytes=0-4', 10, { from: 0, to: 4 }],
    ['bytes=5-', 10, { from: 5, to: 9 }],
    ['bytes=-3', 10, { from: 7, to: 9 }],
    ['bytes=-30', 10, { from: 0, to: 9 }],
    ['bytes=0-999', 10, { from: 0, to: 9 }],
    ['bytes=9-9', 10, { from: 9, to: 9 }],
    ['bytes=10-', 10, 'unsatisfiable'],
    ['bytes=10-12', 10, 'unsatisfiable'],
    ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=4-2', 10, 'whole'],
    ['bytes=0-1,4-5', 10, 'whole'],
    ['bytes=-', 10, 'whole'],
    ['bytes=a-b', 10, 'whole'],
    ['items=0-4', 10, 'whole'],
  ])('%s of %i bytes', (header, size, wanted) => {
    expect(rangeOf(header, size)).toEqual(wanted);
  });
});

describe('2.1 what is a photo or a video', () => {
  it.each([
    ['image/jpeg', { type: 'image/jpeg', kind: 'photo' }],
    ['image/heif', { type: 'image/heic', kind: 'photo' }],
    ['image/apng', { type: 'image/png', kind: 'photo' }],
    ['video/x-m4v', { type: 'video/mp4', kind: 'video' }],
    ['video/quicktime', { type: 'video/quicktime', kind: 'video' }],
    ['image/svg+xml', null],
    ['application/pdf', null],
    ['constructor', null],
    [undefined, null],
  ])('%s', (found, wanted) => {
    expect(mediaTypeOf(found)).toEqual(wanted);
  });

  it('is saved under a name that says nothing of its author', () => {
    expect(mediaFileName('ab'.repeat(32), 'video/quicktime')).toBe('abababababab.mov');
  });
});

describe('2.4 the proof that a file is', () => {
  const sha256 = '0123456789abcdef'.repeat(4);
  it('names its bytes, wherever this installation is', () => {
    const proof = mediaProof('https://portal.brand.example', sha256);
    expect(proof).toBe(`https://portal.brand.example/api/v1/media/${sha256}`);
    expect(sha256Of(proof)).toBe(sha256);
  });
  it.each([
    'https://www.tiktok.com/@ada/video/1',
    `https://portal.brand.example/api/v1/media/${sha256}?x=1`,
    `https://portal.brand.example/api/v1/media/${sha256.toUpperCase()}`,
    'https://portal.brand.example/api/v1/media/abc',
  ])('%s is an address of a post', address => {
    expect(sha256Of(address)).toBeNull();
  });
});

describe('where files are kept', () => {
  const s3 = { kind: 's3', bucket: 'b', prefix: '', region: 'us-east-1', endpoint: null, pathStyle: false };
  it.each([
    ['file:///var/cairn/media', { kind: 'directory', path: '/var/cairn/media' }],
    ['file:///with%20space', { kind: 'directory', path: '/with space' }],
    ['s3://b', s3],
    ['s3://b/cairn/media/?region=eu-west-1', { ...s3, prefix: 'cairn/media/', region: 'eu-west-1' }],
    [
      's3://b?endpoint=http://minio:9000&path-style=true',
      { ...s3, endpoint: 'http://minio:9000', pathStyle: true },
    ],
  ])('%s', (text, place) => {
    expect(mediaPlaceOf(text)).toEqual(place);
  });
  it.each([
    'media',
    'file://host/path',
    'file:///',
    'http://b',
    's3://',
    's3://b?regin=x',
    's3://b?endpoint=minio',
  ])('%s is refused in words', text => {
    expect(typeof mediaPlaceOf(text)).toBe('string');
  });
});
