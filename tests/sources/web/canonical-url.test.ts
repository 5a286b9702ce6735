import { describe, expect, it } from 'vitest';
import { canonicalizeUrl, chooseAddress } from '../../../src/sources/web/canonical-url.js';

describe('the canonical address', () => {
  it.each([
    ['https://example.org/a#part', 'https://example.org/a'],
    ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
    ['https://example.org/a?id=3&UTM_Source=x&page=2', 'https://example.org/a?id=3&page=2'],
    ['https://example.org/a?fbclid=1&gclid=2&mc_eid=3&b=c%20d', 'https://example.org/a?b=c%20d'],
    ['https://example.org/a?b&&c=', 'https://example.org/a?b&c='],
    ['https://example.org/?p=123&ref=home&source=list', 'https://example.org/?p=123&ref=home&source=list'],
    ['https://example.org/?b=2&a=1', 'https://example.org/?b=2&a=1'],
    ['https://example.org/a?', 'https://example.org/a'],
    ['http://EXAMPLE.org:80', 'http://example.org/'],
  ])('of %s is %s', (url, canonical) => {
    expect(canonicalizeUrl(url)).toBe(canonical);
    expect(canonicalizeUrl(canonical)).toBe(canonical);
  });

  it.each([
    ['https://m.example.org/a?x=1', 'https://www.example.org/story', 'https://www.example.org/story'],
    ['https://example.org/a', 'https://other.example.net/story', 'https://example.org/a'],
    ['https://example.org/a', 'https://example.org.evil.net/', 'https://example.org/a'],
    ['https://example.org/a', 'https://example.org/', 'https://example.org/a'],
    ['https://example.org/?utm_id=1', 'https://example.org/', 'https://example.org/'],
    ['https://example.org/a', 'javascript:alert(1)', 'https://example.org/a'],
    ['https://example.org/a', 'not an address', 'https://example.org/a'],
    ['https://example.org/a#b', undefined, 'https://example.org/a'],
  ])('of a page at %s that claims %s is %s', (from, claimed, chosen) => {
    expect(chooseAddress(from, claimed)).toBe(chosen);
  });
});
