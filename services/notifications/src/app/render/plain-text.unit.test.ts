import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';

describe('HTML as plain text', () => {
  it('keeps paragraphs, lists, links and characters', () => {
    const html =
      '<style>p{}</style><h1>Hi</h1>\n<p>One\n two<br>three &amp; &lt;four&gt;</p><ul><li>a</li><li>b</li></ul><a href="https://x.example">Go</a>';
    expect(plainText(html)).toBe('Hi\n\nOne two\nthree & <four>\n\n- a\n- b\n\nGo (https://x.example)');
  });
});
