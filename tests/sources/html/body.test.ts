import { describe, expect, it } from 'vitest';
import type { StructureSpan } from '../../../src/core/text/article.js';
import { readPage } from '../../../src/sources/html/read-page.js';

const URL = 'https://www.tide.example/news/ferry';
const PROSE =
  '<p>The ferry left the harbour at nine, and nobody on board had seen the weather report before it sank.</p>'.repeat(
    6,
  );
const read = (content: string) =>
  readPage(
    `<title>A ferry sinks</title><article><h1>A ferry sinks</h1>${PROSE}${content}${PROSE}</article>`,
    { url: URL },
  );
const marked = (content: string, kind: StructureSpan['kind']) => {
  const { text, structure = [] } = read(content);
  return structure.filter((span) => span.kind === kind).map(({ start, end }) => text.slice(start, end));
};

describe('the body of a page', () => {
  it('starts with the title, and has it once', () => {
    const { text, bodyStart } = read('');

    expect(text.slice(0, bodyStart)).toBe('A ferry sinks\n\n');
    expect(text.slice(bodyStart)).not.toContain('A ferry sinks');
  });

  it.each([
    ['heading', '<h2 id=x>What happened <a href="#x">#</a></h2>', ['What happened']],
    ['list-marker', '<ol><li>One</li><li>Two</li></ol>', ['1. ', '2. ']],
    [
      'caption',
      '<figure><img src=a.jpg alt="A white ferry at night"><figcaption>The ferry in 2019.</figcaption></figure>',
      ['The ferry in 2019.'],
    ],
    ['caption', '<div><img src=a.jpg alt="A white ferry at night"></div>', ['A white ferry at night']],
    ['caption', '<div><img src=a.jpg alt="logo"></div>', []],
    ['code', '<pre><code>port = 80\nhost = 1</code></pre>', ['port = 80\nhost = 1']],
    ['link', '<p>See <a href="../map">the map</a> for all of the sandbanks.</p>', ['the map']],
    [
      'row',
      '<table><thead><tr><td>Port</td><td>Boats</td></tr></thead><tr><td><div>Holm</div></td><td><p>4</p></td></tr></table>',
      ['Port: Holm; Boats: 4'],
    ],
    [
      'column-name',
      '<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Holm</td><td>4</td></tr></table>',
      ['Port: ', 'Boats: '],
    ],
  ] as const)('marks a %s in %s', (kind, content, expected) => {
    expect(marked(content, kind)).toEqual(expected);
  });

  it.each([
    ['a footnote’s mark', '<p>It sank<sup><a href="#n1">[1]</a></sup> at ten.</p>', 'It sank at ten.'],
    [
      'a link that is a number',
      '<p>See section <a href="#s4">4</a> for the rest.</p>',
      'See section 4 for the rest.',
    ],
    [
      'the way back from a footnote',
      '<ol class="footnotes"><li id="n1">Said the captain. <a href="#r1">↩</a></li></ol>',
      '1. Said the captain.',
    ],
    [
      'line breaks between paragraphs',
      '<div>It sank.<br><br>Nobody drowned.</div>',
      'It sank.\n\nNobody drowned.',
    ],
    ['a line break in an address', '<p>Pier Road 4<br>Tarnow</p>', 'Pier Road 4\nTarnow'],
    [
      'a list right in a list',
      '<ul><li>One</li><ul><li>Inner</li></ul><li>Two</li></ul>',
      '- One\n- Inner\n- Two',
    ],
    ['text right in a list', '<ul>Loose<li>One</li></ul>', '- Loose\n- One'],
    [
      'prose in <pre>',
      '<pre>The ferry\nsank. It was old.\n\nNobody drowned. Not one.</pre>',
      'The ferry sank. It was old.\n\nNobody drowned. Not one.',
    ],
    ['a quotation', '<blockquote><p>We saw it coming.</p></blockquote>', 'We saw it coming.'],
    ['a note in an aside', '<aside class="note"><p>All times are local.</p></aside>', 'All times are local.'],
    ['a definition', '<dl><dt>Bow</dt><dd>The front of a ship.</dd></dl>', 'Bow\nThe front of a ship.'],
    [
      'a custom element',
      '<x-paragraph>It sank.</x-paragraph><x-paragraph>Nobody drowned.</x-paragraph>',
      'It sank.\n\nNobody drowned.',
    ],
    [
      'a paragraph called a widget by a page builder',
      '<div class="elementor-widget elementor-widget-text-editor"><p>It was a Tuesday.</p></div>',
      'It was a Tuesday.',
    ],
    [
      'a sentence with a link in it',
      '<p>Read more about ferries in <a href="/f">our long report about the harbour</a>, which appeared in May.</p>',
      'Read more about ferries in our long report about the harbour, which appeared in May.',
    ],
    [
      'a list of sources',
      '<h2>Sources</h2><ul><li>Harbour office, list of ships lost since 1900, page 4</li><li>Ann Lee, Drowned, Brenn 1981</li></ul>',
      'Harbour office, list of ships lost since 1900, page 4',
    ],
    [
      'a heading that sounds like a box',
      '<h2>Related work</h2><p>Two other crews have tried to raise ferries of this kind from the ground of the bay.</p>',
      'Two other crews',
    ],
  ])('keeps %s', (_what, content, expected) => {
    expect(read(content).text).toContain(expected);
  });

  it.each([
    ['navigation', '<nav><a href="/x">INTRUDER</a></nav>'],
    ['a newsletter box', '<div class="newsletter-box"><p>INTRUDER in your inbox every morning.</p></div>'],
    ['buttons', '<div class="share"><a href="/s">INTRUDER</a></div>'],
    ['an advertisement', '<div id="ad-slot-3"><p>INTRUDER</p></div>'],
    [
      'a related box',
      '<h3>Related stories</h3><ul><li><a href="/1">INTRUDER one of them</a></li><li><a href="/2">And two</a></li></ul>',
    ],
    ['a pointer', '<p>Read more: <a href="/1">INTRUDER and other stories</a></p>'],
    ['a form', '<form><p>INTRUDER</p><input></form>'],
    ['an aside', '<aside><h3>INTRUDER</h3><p>Something else entirely.</p></aside>'],
    ['a cookie notice', '<div class="cookie-consent"><p>INTRUDER uses cookies.</p></div>'],
    ['comments', '<section id="comments"><p>INTRUDER says hello to all of you.</p></section>'],
  ])('drops %s', (_what, content) => {
    expect(read(content).text).not.toContain('INTRUDER');
  });
});
