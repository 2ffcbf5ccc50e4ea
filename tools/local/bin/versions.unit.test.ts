import { describe, expect, it } from '@jest/globals';
import { bytesText, javaMajor } from './versions.mjs';

describe('javaMajor', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "24" 2025-03-18', 24],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024-01-16', 21],
    ['bash: java: command not found', undefined],
  ])('reads %j', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });
});

describe('bytesText', () => {
  it('is short', () => {
    expect([bytesText(1.5 * 1024 ** 3), bytesText(700 * 1024 ** 2)]).toEqual(['1.5 GB', '700 MB']);
  });
});
