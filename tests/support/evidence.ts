// Evidence of our own making: one article, a sentence a line.
import type { Evidence } from '../../src/core/ports.js';

export function evidenceFrom(
  lines: readonly string[],
  language = 'en',
  title = 'An article',
): readonly Evidence[] {
  const text = lines.join('\n\n');
  const article = { id: 'a', library: 'l', title, text, bodyStart: 0, language, digest: 'd' };
  let from = 0;
  return lines.map((line, index) => {
    const start = text.indexOf(line, from);
    from = start + line.length;
    return { number: index + 1, article, start, end: from, text: line, relevance: 0.5 };
  });
}
