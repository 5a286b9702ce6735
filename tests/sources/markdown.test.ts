import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructureSpan } from '../../src/core/text/article.js';
import { readArticleFile } from '../../src/sources/file.js';

const textOf = (markdown: string) => readArticleFile(markdown, 'a.md').text;

/** What is marked as this kind of structure. */
function marked(markdown: string, kind: StructureSpan['kind']): string[] {
  const { text, structure = [] } = readArticleFile(markdown, 'a.md');
  return structure.filter((span) => span.kind === kind).map(({ start, end }) => text.slice(start, end));
}

describe('Markdown', () => {
  it.each([
    ['two spaces', 'Pier Road 4  \nTarnow'],
    ['a backslash', 'Pier Road 4\\\nTarnow'],
    ['a tag', 'Pier Road 4<br>Tarnow'],
  ])('keeps a hard line break by %s as white space', (_how, markdown) => {
    expect(textOf(markdown)).toBe('Pier Road 4\nTarnow');
  });

  it('takes bold questions for headings, with what else is asked in bold', () => {
    const lead = '**Nora Quist keeps a lighthouse.**\n\n';
    const talk =
      '**Do you sleep?**\n\nBy day.\n\n**You eat fish. Why?**\n\nI must.\n\n**Go on.**\n\nIt is free.\n\n**And meat?**\n\nNever.';

    expect(marked(`# A talk\n\n${lead}${talk}`, 'heading')).toEqual([
      ...['Do you sleep?', 'You eat fish. Why?', 'Go on.', 'And meat?'],
    ]);
    expect(marked('# A talk\n\n**Why?**\n\nIt sank.\n\n**When?**\n\nIn May.', 'heading')).toEqual([]);
    // No question is the title.
    expect(readArticleFile(talk, 'talk.md').title).toBe('talk');
  });

  it('refuses lists and quotes that nobody nests so deeply', () => {
    const stairs = (levels: number, indent: string) =>
      Array.from({ length: levels }, (_, level) => `${indent.repeat(level)}- ferry`).join('\n');

    for (const markdown of [stairs(31, '  '), stairs(31, '\t'), `${'> - '.repeat(15)}ferry`])
      expect(() => textOf(markdown)).toThrow(RangeError);
    // Items that are a little out of line are on the same level.
    for (const markdown of [stairs(25, '  '), `${stairs(2, ' ')}\n`.repeat(40), '- '.repeat(40)])
      expect(textOf(`${markdown}\n\nIt sank.`)).toContain('It sank.');
  });

  it('keeps a soft line break as a space, except where a script has none', () => {
    expect(textOf('The ferry\nsank.')).toBe('The ferry sank.');
    expect(textOf('船は\n沈んだ。')).toBe('船は沈んだ。');
  });

  it.each([
    ['a comment', 'It sank.<!-- who\nsays so? --> Nobody drowned.', 'It sank. Nobody drowned.'],
    ['a script', 'It sank.<script>track()</script> Nobody drowned.', 'It sank. Nobody drowned.'],
    ['tags', 'It <b>sank</b> in <i class="x">May</i>.', 'It sank in May.'],
    [
      'a block',
      '<div class="note">\n<p>It sank.</p>\n<p>Nobody drowned.</p>\n</div>',
      'It sank.\n\nNobody drowned.',
    ],
    [
      'a block around Markdown',
      '<details><summary>Why</summary>\n\nA *storm*.\n\n</details>',
      'Why\n\nA storm.',
    ],
    [
      'block comments and styles',
      '<style>p { x: y }</style>\n\n<!--\nsecret\n\nlines\n-->\n\nIt sank.',
      'It sank.',
    ],
    [
      'hidden elements',
      '<p hidden>secret</p>\n<p style="display: none">secret</p>\n<p>It sank.</p>',
      'It sank.',
    ],
    ['an unclosed tag', 'Use the <script> tag.\n\nIt sank.', 'Use the <script> tag.\n\nIt sank.'],
    ['exponents', 'It cost 10<sup>6</sup> and H<sub>2</sub>O.', 'It cost 10⁶ and H2O.'],
  ])('keeps the text of HTML: %s', (_what, markdown, text) => {
    expect(textOf(markdown)).toBe(text);
  });

  it('gives each table row the names of its columns, in one piece', () => {
    const markdown = '| Boat | Seats | |\n|:--|--:|--|\n| Ada | 40 | *new* |\n| Bea | | old |\n\nBoth sail.';

    expect(textOf(markdown)).toBe('Boat: Ada; Seats: 40; new\nBoat: Bea; old\n\nBoth sail.');
    expect(marked(markdown, 'row')).toEqual(['Boat: Ada; Seats: 40; new', 'Boat: Bea; old']);
    expect(marked(markdown, 'column-name')).toEqual(['Boat: ', 'Seats: ', 'Boat: ']);
  });

  it('reads an HTML table like one in Markdown', () => {
    const html = '<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Ada</td><td>40</td></tr></table>';

    expect(marked(html, 'row')).toEqual(['Boat: Ada; Seats: 40']);
  });

  it('keeps footnotes, and leaves out their marks and what is struck through', () => {
    expect(textOf('It sank.[^a] It cost ~~4~~ 5.\n\n[^a]: In May.')).toBe('It sank. It cost 5.\n\nIn May.');
  });

  it('keeps the numbers of lists, the state of tasks and nested items', () => {
    expect(textOf('3. board\n4. sail\n   - slowly')).toBe('3. board\n4. sail\n- slowly');
    expect(textOf('- [x] board\n- [ ] sail')).toBe('- ☑ board\n- ☐ sail');
    expect(textOf('- board\n\n- sail\n\nDone.')).toBe('- board\n- sail\n\nDone.');
    expect(marked('3. board\n4. sail', 'list-marker')).toEqual(['3. ', '4. ']);
  });

  it('marks headings with their level, code and captions', () => {
    const markdown = '# Ferry\n\nIt sank.\n\n### Why\n\n```sh\nsail --fast\n```\n\n![The wreck](wreck.jpg)';

    expect(readArticleFile(markdown, 'a.md').structure).toMatchObject([
      { kind: 'heading', level: 3 },
      { kind: 'code' },
      { kind: 'caption' },
    ]);
    expect(marked(markdown, 'heading')).toEqual(['Why']);
    expect(marked(markdown, 'code')).toEqual(['sail --fast']);
    expect(marked(markdown, 'caption')).toEqual(['The wreck']);
  });

  it('keeps the addresses of links apart from the text', () => {
    const { text, structure } = readArticleFile('See [the *report*](https://example.org/r).', 'a.md');

    expect(text).toBe('See the report.');
    expect(structure).toEqual([{ kind: 'link', url: 'https://example.org/r', start: 4, end: 14 }]);
  });

  it.each([
    ['wiki links', 'The [[Old Ferry|ferry]] to [[Tarnow#Pier]] sank.', 'The ferry to Tarnow sank.'],
    ['highlights', 'It ==sank in **May**== at 2 == 2.', 'It sank in May at 2 == 2.'],
    ['block ids', 'It sank. ^wreck1', 'It sank.'],
    ['embedded files', '![[wreck.png]]\n\nIt sank.', 'It sank.'],
    ['callouts', '> [!warning]- Mind the **gap**\n> It sank.', 'Mind the gap\n\nIt sank.'],
    ['comments', 'It sank. %%ask Ann%% Nobody drowned.', 'It sank. Nobody drowned.'],
    [
      'comments over blocks',
      'It sank.\n\n%%\nsecret\n\nlines\n%%\n\nNobody drowned.',
      'It sank.\n\nNobody drowned.',
    ],
    ['but no percentages', 'Of 50%% and 60%% only some.', 'Of 50%% and 60%% only some.'],
    ['but nothing in code', '`%%time` and `[[x]]` stay `%%`.', '%%time and [[x]] stay %%.'],
  ])('reads Obsidian’s syntax: %s', (_what, markdown, text) => {
    expect(textOf(markdown)).toBe(text);
  });

  it.each([
    ['below badges', '[![build](b.svg)](https://x.example)\n\n# Ferry\n\nIt sank.'],
    ['below a logo in HTML', '<p align="center"><img src="x.png" alt="logo"></p>\n\n# Ferry\n\nIt sank.'],
    ['as HTML', '<h1 align="center">Ferry</h1>\n\nIt sank.'],
    ['underlined', 'Ferry\n===\n\nIt sank.'],
    ['with a badge', '# Ferry ![build](b.svg)\n\nIt sank.'],
    ['with a comment', '# Ferry<!-- draft -->\n\nIt sank.'],
  ])('takes the first heading as the title: %s', (_how, markdown) => {
    expect(readArticleFile(markdown, 'a.md')).toMatchObject({
      ...{ title: 'Ferry', text: 'Ferry\n\nIt sank.', bodyStart: 7 },
    });
  });

  it('leaves a title below other text where it is', () => {
    const draft = readArticleFile('By Ann.\n\n# Ferry\n\nIt sank.', 'a.md');

    expect(draft).toMatchObject({ title: 'Ferry', text: 'By Ann.\n\nFerry\n\nIt sank.', bodyStart: 0 });
  });

  it('marks only what is in the text, whatever the Markdown is', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '| a | b |\n|---|---|\n| c | d |\n',
        '**',
        '==',
        '%%',
        '[[',
        ']]',
        '`',
      ],
      ...[
        '<b>',
        '</b>',
        '<table><tr><td>',
        '<!--',
        '-->',
        '<script>',
        '[x](y)',
        '![z](w)',
        '> ',
        '~~',
        '[^a]',
      ],
      ...['word', 'é', 'e\u0301', '👩‍👧', '橋', ' ', '\t', '---\n', 'title: x\n', '&amp;', '\u00AD'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        let draft: ReturnType<typeof readArticleFile>;
        try {
          draft = readArticleFile(pieces.join(''), 'a.md');
        } catch (error) {
          expect(error).toMatchObject({ code: 'sources/no-text' });
          return;
        }
        const { text, bodyStart = 0, structure = [] } = draft;
        expect(text.slice(bodyStart).trim()).not.toBe('');
        for (const [index, { start, end }] of structure.entries()) {
          expect(start).toBeGreaterThanOrEqual(structure[index - 1]?.start ?? bodyStart);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text[start]).toMatch(/\S/u);
        }
      }),
    );
  });
});
