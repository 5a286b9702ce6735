import { expect, it } from 'vitest';
import { parseUrl } from '../../../src/core/text/parse-url.js';

it('reads addresses with letters of other scripts, however often', () => {
  const bad = Array.from({ length: 20_000 }, (_, at) => `https://bücher.example.org/${at}`).filter(
    (text) => parseUrl(text)?.hostname !== 'xn--bcher-kva.example.org',
  );

  expect(bad).toEqual([]);
});

it.each(['', 'example.org', '/path', 'https://', 'http://[1'])('reads “%s” as no address', (text) => {
  expect(parseUrl(text)).toBeUndefined();
});

it('completes an address by its base', () => {
  expect(parseUrl('../a', 'https://example.org/b/c/d')?.href).toBe('https://example.org/b/a');
});
