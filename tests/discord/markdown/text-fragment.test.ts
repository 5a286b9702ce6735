import { describe, expect, it } from 'vitest';
import { linkToQuote, readUrl } from '../../../src/discord/markdown/text-fragment.js';

/** The texts that a browser searches for: https://wicg.github.io/scroll-to-text-fragment/#syntax */
function fragmentsOf(link: string | undefined): readonly string[] {
  const [, fragment = ''] = link?.split(':~:text=') ?? [];
  return fragment.split(',').map(decodeURIComponent);
}

describe('a link to a quote', () => {
  it('contains a short quote completely, with the syntax characters encoded', () => {
    const link = linkToQuote('https://x.example/a', 'Costs — net-of-tax, R&D (1_000)*');

    expect(link).toBe(
      'https://x.example/a#:~:text=Costs%20%E2%80%94%20net%2Dof%2Dtax%2C%20R%26D%20%281%5F000%29%2A',
    );
  });

  it('contains the first and last words of a long quote', () => {
    const quote = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');

    expect(fragmentsOf(linkToQuote('https://x.example/', quote))).toEqual([
      'word0 word1 word2 word3 word4 word5',
      'word74 word75 word76 word77 word78 word79',
    ]);
  });

  it.each([
    ['https://x.example/a#history', 'https://x.example/a#history:~:text=Yes'],
    ['https://x.example/a#', 'https://x.example/a#:~:text=Yes'],
    ['https://x.example/a#:~:text=old', 'https://x.example/a#:~:text=Yes'],
    ['https://x.example/a?q=1&r=2', 'https://x.example/a?q=1&r=2#:~:text=Yes'],
    ['https://müller.example/straße', 'https://xn--mller-kva.example/stra%C3%9Fe#:~:text=Yes'],
  ])('keeps the rest of %s', (url, link) => {
    expect(linkToQuote(url, 'Yes')).toBe(link);
  });

  it('falls back to fewer words, then to the page, to stay within 512 characters', () => {
    const quote = 'Продовольственное обеспечение города '.repeat(10);
    const links = [20, 200, 380, 490].map((length) =>
      linkToQuote(`https://x.example/${'p'.repeat(length)}`, quote),
    );

    expect(links.every((link) => link !== undefined && link.length <= 512)).toBe(true);
    expect(links[0]).toContain(':~:text=');
    expect(links[3]).not.toContain(':~:');
    expect(linkToQuote(`https://x.example/${'p'.repeat(500)}`, quote)).toBeUndefined();
  });
});

describe('a URL', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', 'x.example', ''])(
    'is not linked: %s',
    (url) => {
      expect(readUrl(url)).toBeUndefined();
    },
  );

  it('loses its user name and password, which could look like another host', () => {
    expect(readUrl('https://trusted.example:pass@evil.example/a')).toBe('https://evil.example/a');
  });

  it('keeps its host, and characters that would end a link are encoded', () => {
    expect(readUrl('https://my_host.example/A_(b)')).toBe('https://my_host.example/A_%28b%29');
    expect(readUrl('https://x.example/a) [b](https://evil.example')).not.toMatch(/[()[\]\s]/);
  });
});
