import { describe, expect, it } from 'vitest';
import { cite, type GroundedSentence, splitAtMarkers } from '../../../../src/core/ask/citation/cite.js';
import { evidenceText } from '../../../../src/core/ask/citation/evidence.js';
import { showEntries } from '../../../../src/core/ask/citation/show-entries.js';
import { prepareArticle } from '../../../../src/core/library/ingest.js';
import { listSentences } from '../../../../src/core/text/article-sentences.js';
import { createAnalyzer } from '../../../../src/engines/builtin/words/analyzer.js';
import { readArticleFile } from '../../../../src/sources/file.js';

const HOURS = `| Day | Members | Visitors |
| --- | --- | --- |
| Friday | 10:00–20:00 | 14:00–18:00 |
| Saturday | 9:00–18:00 | 10:00–16:00 |
| Sunday | 11:00–17:00 | closed |`;
const RULES = `1. Closed shoes everywhere.
2. Sweep your bench. Then hang up the broom.
3. No spray paint indoors.`;
const WISHES = `Three wishes:

- a race for children,
- chips that count the lengths.`;

/** Sentences of an article as a writer quotes them, by their positions. */
function quote(markdown: string, positions: readonly number[]): readonly GroundedSentence[] {
  const draft = readArticleFile(`---\ntitle: Notice\nlanguage: en\n---\n\n${markdown}\n`, 'notice.md');
  const article = prepareArticle({ ...draft, library: 'town' }, { analyzer: createAnalyzer() });
  const sentences = listSentences(article).filter(({ start }) => start >= article.bodyStart);
  return positions.flatMap((at): GroundedSentence[] => {
    const span = sentences[at];
    if (!span) return [];
    const text = evidenceText(article.text.slice(span.start, span.end));
    return [
      { text: text.replace(/^- /, ''), evidence: [{ number: at + 1, article, ...span, text, relevance: 1 }] },
    ];
  });
}

function show(markdown: string, positions: readonly number[], question = '') {
  const options = { question: { text: question, language: 'en' }, analyzer: createAnalyzer() };
  return showEntries(quote(markdown, positions), options).map(({ text }) => text);
}

describe('rows of a table', () => {
  it('name the columns once', () => {
    expect(show(HOURS, [0, 1])).toEqual([
      'Friday: Members 10:00–20:00, Visitors 14:00–18:00',
      'Saturday: 9:00–18:00, 10:00–16:00',
    ]);
  });

  it('show the column that the question names', () => {
    expect(show(HOURS, [2], 'When can members come on Sunday?')).toEqual(['Sunday: Members 11:00–17:00']);
  });

  it('show every column where the question asks for something else, too', () => {
    const [shown] = show(HOURS, [2], 'When can members come on Sunday and who is there?');

    expect(shown).toBe('Sunday: Members 11:00–17:00, Visitors closed');
  });

  it('are cited whole, on lines of their own', () => {
    const { text, citations } = cite(showEntries(quote(HOURS, [0, 1]), {}));

    expect(text).toBe(
      '- Friday: Members 10:00–20:00, Visitors 14:00–18:00 [1]\n- Saturday: 9:00–18:00, 10:00–16:00 [2]',
    );
    expect(citations[0]?.quote).toBe('Day: Friday; Members: 10:00–20:00; Visitors: 14:00–18:00');
    expect(splitAtMarkers({ text, citations })).toEqual([
      { text: 'Friday: Members 10:00–20:00, Visitors 14:00–18:00', markers: [1], line: 'bullet' },
      { text: 'Saturday: 9:00–18:00, 10:00–16:00', markers: [2], line: 'bullet' },
    ]);
  });
});

describe('items of a list', () => {
  it('keep their number alone', () => {
    expect(show(RULES, [3])).toEqual(['3. No spray paint indoors.']);
  });

  it('keep their numbers next to each other', () => {
    expect(show(RULES, [0, 1, 2, 3])).toEqual([
      '1. Closed shoes everywhere.',
      '2. Sweep your bench.',
      'Then hang up the broom.',
      '3. No spray paint indoors.',
    ]);
  });

  it('lose the comma for the next item alone', () => {
    expect(show(WISHES, [1])).toEqual(['A race for children']);
  });

  it('stand below their introduction', () => {
    expect(cite(showEntries(quote(WISHES, [0, 1, 2]), {})).text).toBe(
      'Three wishes: [1]\n- a race for children, [2]\n- chips that count the lengths. [3]',
    );
  });

  it('keep a number that belongs to a date', () => {
    expect(show('The holidays:\n\n3. October is one of them.', [1])).toEqual(['3. October is one of them.']);
  });
});
