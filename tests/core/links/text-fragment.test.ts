import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOnPage, readPage } from '../../../src/core/links/page-text.js';
import { linkToQuote, readUrl } from '../../../src/core/links/text-fragment.js';

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
describe('a link to one of several places', () => {
  /** The link to the n-th occurrence of a quote. */
  function linkIn(text: string, quote: string, nth = 0): string {
    let start = -1;
    for (let count = 0; count <= nth; count += 1) start = text.indexOf(quote, start + 1);
    const place = { text, start, end: start + quote.length };
    return decodeURIComponent(linkToQuote('https://x.example/', quote, place)?.split(':~:text=')[1] ?? '');
  }

  it('has no context if the quote occurs once, or is the first', () => {
    const text = 'The tide came in. Boats rose. The tide came in. Boats fell.';

    expect(linkIn(text, 'Boats rose.')).toBe('Boats rose.');
    expect(linkIn(text, 'The tide came in.')).toBe('The tide came in.');
  });

  it('has the words before it that tell it apart', () => {
    const text = 'The tide came in. Boats rose. Nets were full. The tide came in. Boats rose again.';

    expect(linkIn(text, 'The tide came in.', 1)).toBe('were full.-,The tide came in.');
  });

  it('has the words after it if those before are the same', () => {
    const text = 'They said yes. The mast fell. They said yes. The sail tore.';

    expect(linkIn(`${text} And they said yes. The mast broke.`, 'The mast broke.')).toBe('The mast broke.');
    expect(linkIn('It sank. Then it sank. Then it rose.', 'Then it', 1)).toBe('Then it,-rose.');
    expect(linkIn('No. No. No. Yes.', 'No.', 2)).toBe('No. No.-,No.');
  });

  it('tells sentences with the same first and last words apart', () => {
    const text =
      'The town council said on Monday that the old ferry would close in March for good. The town council said on Monday that the new ferry would close in March for good.';
    const second = text.slice(text.lastIndexOf('The town'));

    expect(linkIn(text, second)).toMatch(/^for good\.-,The town council/);
  });

  it('leaves out list markers, numbers of items and column names', () => {
    expect(linkIn('Bring:\n\n- a warm coat\n- a map', '- a map')).toBe('a map');
    expect(linkIn('Bring:\n\n1. a warm coat\n2. a map', '2. a map')).toBe('a map');
    expect(linkIn('- ☐ Buy a map', '- ☐ Buy a map')).toBe('Buy a map');
    const rows = 'Day: Monday; Level: 4 metres\nDay: Tuesday; Level: 5 metres';
    expect(linkIn(rows, 'Day: Tuesday; Level: 5 metres')).toBe('Tuesday,5 metres');
  });

  it('opens the place that it was made for, whatever stands around it', () => {
    const word = fc.constantFrom('rain', 'fell', 'Rain', 'on', 'the', 'roof', 'a-b', 'R&D', 'İ', 'é');
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), fc.nat(), (sentences, pick) => {
        const index = pick % sentences.length;
        const quote = sentences[index] ?? '';
        const start = sentences.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
        const text = sentences.join(' ');
        const link = linkToQuote('https://x.example/', quote, { text, start, end: start + quote.length });
        const parts = link?.split(':~:text=')[1]?.split(',') ?? [];
        const read = (part: string) => decodeURIComponent(part);
        const prefix = parts[0]?.endsWith('-') ? read(parts.shift()?.slice(0, -1) ?? '') : undefined;
        const suffix = parts.at(-1)?.startsWith('-') ? read(parts.pop()?.slice(1) ?? '') : undefined;
        const [first = '', end] = parts.map(read);
        const page = readPage({ text, start, end: start + quote.length });

        // The same words throughout leave nothing to tell two places apart.
        fc.pre(prefix !== undefined || suffix !== undefined || text.indexOf(first) === start);
        expect(page).toBeDefined();
        if (!page) return;
        const fragment = { start: first, ...(end === undefined ? {} : { end }) };
        const context = {
          ...(prefix === undefined ? {} : { prefix }),
          ...(suffix === undefined ? {} : { suffix }),
        };
        expect(findOnPage({ ...fragment, ...context }, page)).toBe(page.start);
      }),
    );
  });
});
