import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFetcher } from '../../../../src/sources/web/fetch/fetcher.js';
import { isPublicAddress } from '../../../../src/sources/web/fetch/public-address.js';
import { readAllowedHosts, readWebUrl } from '../../../../src/sources/web/fetch/web-url.js';
import { HOSTILE_URLS, PUBLIC_ADDRESSES } from './hostile-urls.js';

const hostile = Object.entries(HOSTILE_URLS).flatMap(([code, urls]) =>
  urls.map((url) => [url, code] as const),
);

describe('reading a link', () => {
  it('has at least 80 hostile links to try', () => {
    expect(hostile.length).toBeGreaterThan(80);
  });

  it.each(hostile)('refuses %j with %s and looks nothing up', async (url, code) => {
    const lookups: string[] = [];
    const fetcher = createFetcher({
      userAgent: 'test',
      resolve: async (hostname) => {
        lookups.push(hostname);
        return [];
      },
    });

    const error: unknown = await fetcher.fetch(url).catch((thrown: unknown) => thrown);
    await fetcher.close();

    expect(error).toMatchObject({ code, message: /\S/, advice: /\S/ });
    expect(lookups).toEqual([]);
  });

  it.each([
    ['https://example.org', 'https://example.org/'],
    [' http://example.org:80/a?b#c ', 'http://example.org/a?b#c'],
    ['HTTPS://Example.ORG:443/', 'https://example.org/'],
    ['http://example.org:443/', 'http://example.org:443/'],
    ['https://bücher.example.org/', 'https://xn--bcher-kva.example.org/'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('accepts %s', (text, href) => {
    expect(readWebUrl(text, new Set()).href).toBe(href);
  });

  it('never accepts an IPv4 address in a private range, however it is written', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const address = fc.oneof(
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
    );
    const notation = fc.constantFrom<(part: number) => string>(
      (part) => String(part),
      (part) => `0x${part.toString(16)}`,
      (part) => `0${part.toString(8)}`,
    );

    fc.assert(
      fc.property(address, fc.array(notation, { minLength: 4, maxLength: 4 }), (parts, notations) => {
        const [a = 0, b = 0, c = 0, d = 0] = parts;
        const write = (values: readonly number[]) =>
          values.map((value, index) => notations[index]?.(value)).join('.');
        const hosts = [
          write([a, b, c, d]),
          write([a, b, c * 256 + d]),
          write([a, (b * 256 + c) * 256 + d]),
          write([((a * 256 + b) * 256 + c) * 256 + d]),
          `[::ffff:${parts.join('.')}]`,
          `[::${parts.join('.')}]`,
          `[64:ff9b::${parts.join('.')}]`,
          `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1]`,
        ];
        for (const host of hosts) expect(() => readWebUrl(`http://${host}/`, new Set())).toThrow(/public/);
      }),
    );
  });
});

describe('public addresses', () => {
  it.each(PUBLIC_ADDRESSES)('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('never are this machine’s own', () => {
    const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);

    expect(own.filter(({ address }) => isPublicAddress(address))).toEqual([]);
  });

  it.each(['', 'example.org', '8.8.8.8/8', 'fe80::1%eth0', '2606:4700::1111%1'])('%j is none', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});

describe('allowed hosts', () => {
  const allowed = readAllowedHosts(['wiki.intranet', '10.0.0.5:8080', '[fd00::1]:8000', 'Build']);

  it.each([
    'http://wiki.intranet/',
    'https://wiki.intranet./page',
    'http://10.0.0.5:8080/',
    'http://[fd00:0::1]:8000/',
    'https://build/',
  ])('%s may be read', (url) => {
    expect(readWebUrl(url, allowed).href).toContain('/');
  });

  it.each([
    'http://wiki.intranet:8080/',
    'http://other.wiki.intranet/',
    'http://10.0.0.5/',
    'http://10.0.0.6:8080/',
    'http://[fd00::1]/',
    'http://user@wiki.intranet/',
    'ftp://wiki.intranet/',
  ])('%s may not', (url) => {
    expect(() => readWebUrl(url, allowed)).toThrow();
  });

  it.each(['', 'a b', 'http://wiki', 'wiki/page', 'wiki:99999', 'wiki:', 'fd00::1', '*'])(
    '%j is no host',
    (entry) => {
      expect(() => readAllowedHosts([entry])).toThrow(/host/);
    },
  );
});
