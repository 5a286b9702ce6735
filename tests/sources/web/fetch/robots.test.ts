import { describe, expect, it } from 'vitest';
import { createRobotsCheck } from '../../../../src/sources/web/fetch/robots.js';
import { codeOf, openFetcher, startWebServer } from '../web-server.js';

const RULES =
  'User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: Footnote\nDisallow: /bots\n';

describe('robots.txt', () => {
  it.each([
    ['/private', RULES.replace('Footnote', 'OtherBot'), 'sources/robots'],
    ['/private/open', RULES.replace('Footnote', 'OtherBot'), 'fetched'],
    ['/private', RULES, 'fetched'],
    ['/bots', RULES, 'sources/robots'],
    ['/bots', 'User-agent: *\nDisallow: /', 'sources/robots'],
    ['/bots', '', 'fetched'],
    ['/bots', '<html>Not a robots.txt</html>', 'fetched'],
  ])('for %s, with %j: %s', async (path, rules, code) => {
    const { origin, paths } = await startWebServer({ '/robots.txt': rules, [path]: 'page' });

    expect(await codeOf(openFetcher([origin]).fetch(origin + path))).toBe(code);
    expect(paths).toEqual(code === 'fetched' ? [path] : []);
  });

  it('is read once for a site', async () => {
    let reads = 0;
    const { origin } = await startWebServer({
      '/robots.txt': (_request, response) => {
        reads += 1;
        response.end(RULES);
      },
      '/a': 'a',
      '/b': 'b',
    });
    const fetcher = openFetcher([origin]);

    await Promise.all([fetcher.fetch(`${origin}/a`), fetcher.fetch(`${origin}/b`)]);

    expect(reads).toBe(1);
  });

  it('of the site that a redirect leads to counts too', async () => {
    const target = await startWebServer({ '/robots.txt': 'User-agent: *\nDisallow: /', '/page': 'page' });
    const { origin } = await startWebServer({
      '/': (_request, response) => response.writeHead(302, { location: `${target.origin}/page` }).end(),
    });

    expect(await codeOf(openFetcher([origin, target.origin]).fetch(origin))).toBe('sources/robots');
    expect(target.paths).toEqual([]);
  });

  it.each([403, 404, 410])('isn’t needed: the answer %i allows everything', async (status) => {
    const { origin } = await startWebServer({
      '/robots.txt': (_request, response) => response.writeHead(status).end('User-agent: *\nDisallow: /'),
      '/': 'page',
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('fetched');
  });

  it.each([429, 500, 503])('is asked for again after %i, and until then nothing is read', async (status) => {
    let reads = 0;
    const { origin } = await startWebServer({
      '/robots.txt': (_request, response) => {
        reads += 1;
        response.writeHead(reads === 1 ? status : 404).end();
      },
      '/': 'page',
    });
    const fetcher = openFetcher([origin]);

    expect(await codeOf(fetcher.fetch(origin))).toBe('sources/robots-unknown');
    expect(await codeOf(fetcher.fetch(origin))).toBe('fetched');
  });

  it('may redirect, but not to a private address', async () => {
    const hidden = await startWebServer({ '/secret': 'User-agent: *\nDisallow:' });
    const { origin } = await startWebServer({
      '/robots.txt': (_request, response) =>
        response.writeHead(302, { location: `${hidden.origin}/secret` }).end(),
      '/': 'page',
    });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('sources/not-public');
    expect(hidden.paths).toEqual([]);
  });

  it('that is too long counts as unreadable', async () => {
    const { origin } = await startWebServer({ '/robots.txt': 'Disallow: /a\n'.repeat(50_000), '/': 'page' });

    expect(await codeOf(openFetcher([origin]).fetch(origin))).toBe('sources/robots-unknown');
  });

  // With backtracking, a thousand wildcards would take forever.
  it.each([
    ['wildcards', 49_000, `Disallow: /${'*a'.repeat(1_000)}$\n`, 'fetched'],
    ['many wildcards', 500_000, `Disallow: /${'*a'.repeat(1_000)}$\n`, 'sources/robots-unknown'],
    ['long rules', 500_000, `Disallow: /${'a'.repeat(1_990)}c\n`, 'fetched'],
    ['short rules', 500_000, 'Disallow: /a\n', 'sources/robots'],
    ['short wildcards', 500_000, 'Disallow: /*\n', 'sources/robots-unknown'],
  ])('with hostile %s is evaluated, or refused for its cost', async (_name, size, line, code) => {
    const text = `User-agent: *\n${line.repeat(Math.floor(size / line.length))}`;
    const check = createRobotsCheck(async () => ({ kind: 'rules', text }));
    const url = new URL(`https://example.org/${'a'.repeat(2_000)}b`);

    expect(await codeOf(check(url, new AbortController().signal))).toBe(code);
  });

  it('with thousands of rules for thousands of bots is refused before it fills the memory', async () => {
    const text = 'User-agent: x\n'.repeat(9_000) + 'Disallow: /a\n'.repeat(25_000);
    const check = createRobotsCheck(async () => ({ kind: 'rules', text }));

    const code = await codeOf(check(new URL('https://example.org/'), new AbortController().signal));

    expect(code).toBe('sources/robots-unknown');
  });
});
