import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.js';
import { canonicalize } from '../../../src/core/text/canonical-offsets.js';
import { decodeHtml } from '../../../src/sources/html/decode-html.js';
import { readPage } from '../../../src/sources/html/read-page.js';

const URL = 'https://any.example/page';
const TAGS =
  'html head body title h1 h2 p div span a ul ol li table thead tr td th pre code blockquote figure figcaption img br hr sup b i script style template svg math noscript select option form aside nav article main section dl dt dd ruby rt frameset iframe textarea dialog x-y'.split(
    ' ',
  );
const ATTRIBUTES = [
  '',
  ' hidden',
  ' href="/x"',
  ' href="#n"',
  ' class="related"',
  ' class="content"',
  ' colspan=3',
  ' style="display:none"',
  ' alt="A picture of it"',
  ' id=root',
  " title='a>b'",
  ' =',
  ' x="',
];
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'It sank at ten. ',
      'Nobody drowned, said the captain, who was the last to leave. ',
      'Related stories',
      'x',
      '&amp;&#x1F600;&nope;',
      '船は沈んだ。',
      '<!-- c -->',
      '<!',
      '</',
      '<![CDATA[x]]>',
      '\u0000',
      '\r\n\n',
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES))
      .map(([tag, attribute]) => `<${tag}${attribute}>`),
  },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `</${tag}>`) },
  { weight: 1, arbitrary: fc.string() },
);
const PROSE =
  '<p>The ferry left the harbour at nine, and nobody had seen the weather report before it sank.</p>'.repeat(
    8,
  );
/** Half of the pages have an article somewhere, so that they aren't all refused. */
const page = fc
  .tuple(fc.array(piece, { maxLength: 80 }), fc.constantFrom('', PROSE), fc.array(piece, { maxLength: 40 }))
  .map(([before, prose, after]) => before.join('') + prose + after.join(''));

describe('any page', () => {
  it('is read or refused, with offsets inside its text', () => {
    fc.assert(
      fc.property(page, (html) => {
        try {
          const { text, bodyStart = 0, structure = [] } = readPage(html, { url: URL });

          expect(bodyStart).toBeLessThanOrEqual(text.length);
          for (const { start, end } of structure) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(() => canonicalize(text, [bodyStart])).not.toThrow();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is read the same way twice', () => {
    const readTwice = (html: string) => {
      const read = () => {
        try {
          return readPage(html, { url: URL });
        } catch (error) {
          return (error as AppError).code;
        }
      };
      expect(read()).toEqual(read());
    };

    fc.assert(fc.property(page, readTwice), { numRuns: 60 });
  });

  it('is decoded, or refused as no text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, charset) => {
          try {
            expect(typeof decodeHtml(bytes, { charset })).toBe('string');
          } catch (error) {
            expect(error).toMatchObject({ code: 'sources/not-text' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
