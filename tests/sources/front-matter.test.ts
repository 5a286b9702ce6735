import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/sources/front-matter.js';

describe('readFrontMatter', () => {
  it.each([
    ['a paragraph', '---\n\nThe ferry sank at dawn.\n\n---\n\nNobody drowned.\n'],
    ['a heading', '---\n\n# Ferry\n\nThe ferry sank.\n\n---\n\nNobody drowned.\n'],
    ['a sentence with a colon', '---\nWarning: the ferry may sink.\n---\nNobody drowned.\n'],
    ['a list', '---\n- ferry\n- tide\n---\nNobody drowned.\n'],
    ['a date above a paragraph', '---\nDate: 3 March\n\nThe ferry sank.\n---\nNobody drowned.\n'],
    ['nothing, because no rule follows', '---\n\nThe ferry sank. Nobody drowned.\n'],
    ['equations', '+++\na and b\n+++\nNobody drowned.\n'],
  ])('leaves rules around %s in the text', (_what, source) => {
    expect(readFrontMatter(source)).toEqual({ fields: {}, rest: source });
  });

  it('leaves fields between rules further down in the text', () => {
    const source = 'The ferry sank.\n\n---\n\ntitle: not this\n\n---\n';

    expect(readFrontMatter(source).fields).toEqual({});
  });

  it('ends at a line of its own, not at dashes in a value', () => {
    const source = '---\ntitle: The tide turns---\ndek: up --- and down\nauthor: B. Keel\n---\nText.';

    expect(readFrontMatter(source)).toMatchObject({
      fields: { title: 'The tide turns---', dek: 'up --- and down', author: 'B. Keel' },
      rest: 'Text.',
    });
  });

  it.each([
    ['a colon', 'title: Ferries: a guide', 'Ferries: a guide'],
    ['an at sign', 'title: @harbour is closed', '@harbour is closed'],
    ['a percent sign', 'title: %20 of all ferries', '%20 of all ferries'],
    ['a bracket', 'title: [Update] The ferry', '[Update] The ferry'],
    ['an apostrophe in quotes', "title: 'It's the ferry'", "It's the ferry"],
    ['an open quote', 'title: "The ferry', 'The ferry'],
    ['a quote at the start', 'title: "Ferry" is a word: why?', '"Ferry" is a word: why?'],
    ['backslashes', 'title: "C:\\ferry\\deck"', 'C:\\ferry\\deck'],
    ['no space after the colon', 'title:Ferry', 'Ferry'],
    ['a tab', 'title:\tFerry', 'Ferry'],
    ['only digits', 'title: 2024', '2024'],
    ['several lines', 'title: >-\n  The\n  ferry', 'The ferry'],
    ['a bad line below', 'title: Ferry\nalias: *none\nmood: [calm', 'Ferry'],
    ['a line without a key below', 'title: Ferry\nwritten in haste', 'Ferry'],
    ['duplicate keys below', 'title: Ferry\ntags: a\ntags: b', 'Ferry'],
  ])('reads a title with %s', (_what, lines, title) => {
    const { fields, rest } = readFrontMatter(`---\n${lines}\n---\n\nThe ferry sank.\n`);

    expect(fields.title).toBe(title);
    expect(rest.trim()).toBe('The ferry sank.');
  });

  it.each([
    ['blank lines before it', '\n\n---\ntitle: Ferry\n---\nText.'],
    ['a blank line inside', '---\n\ntitle: Ferry\n\n---\nText.'],
    ['dots at its end', '---\ntitle: Ferry\n...\nText.'],
    ['spaces after the rules', '--- \ntitle: Ferry\n---\t\nText.'],
    ['a comment', '---\n# by hand\ntitle: Ferry # short\n---\nText.'],
    ['TOML', '+++\ntitle = "Ferry"\n+++\nText.'],
    ['TOML with a bad line', '+++\ntitle = "Ferry"\nmood = calm\n+++\nText.'],
    ['JSON', '{\n  "title": "Ferry"\n}\nText.'],
  ])('reads front matter with %s', (_what, source) => {
    expect(readFrontMatter(source)).toMatchObject({ fields: { title: 'Ferry' }, rest: 'Text.' });
  });

  it('reads the keys of other tools', () => {
    const hugo =
      '+++\ntitle = "Ferry"\ndate = 2031-03-03\nauthors = ["B. Keel", "C. Mast"]\n[params]\nx = 1\n+++\n';
    const jekyll =
      '---\nlayout: post\ntitle: Ferry\ndate: 2031-03-03 10:00:00 +0100\nlang: de_AT\npublished: true\n---\n';
    const clipper =
      '---\ntitle: Ferry\nsource: "https://example.org/ferry"\nauthor:\n  - "[[B. Keel]]"\ntags:\n  - "clippings"\n---\n';

    expect(readFrontMatter(hugo).fields).toMatchObject({
      ...{ title: 'Ferry', published: '2031-03-03', author: 'B. Keel, C. Mast' },
    });
    expect(readFrontMatter(jekyll).fields).toMatchObject({
      ...{ title: 'Ferry', published: '2031-03-03T10:00:00+01:00', language: 'de' },
    });
    expect(readFrontMatter(clipper).fields).toMatchObject({
      ...{ url: 'https://example.org/ferry', author: 'B. Keel' },
    });
  });

  it('reads dates as people write them, and says which one it cannot read', () => {
    const read = (lines: string) => readFrontMatter(`---\ntitle: Ferry\n${lines}\n---\n`).fields;

    expect(read('date: 3. März 2031').published).toBe('2031-03-03');
    expect(read('published: soon, in 2031\ncreated: 2031-03-03').published).toBe('2031-03-03');
    const unread = read('date: 03/04/2031');
    expect(unread.published).toBeUndefined();
    expect(unread.warnings?.join()).toContain('which day “03/04/2031” is');
    expect(read('published: true')).not.toHaveProperty('warnings');
  });

  it('skips an address that is no web address, and takes the next one', () => {
    const source = '---\ntitle: Ferry\nurl: /posts/ferry/\ncanonical: https://example.org/ferry\n---\n';

    expect(readFrontMatter(source).fields.url).toBe('https://example.org/ferry');
  });
});
