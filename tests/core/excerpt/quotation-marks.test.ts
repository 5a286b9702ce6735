import { describe, expect, it } from 'vitest';
import { cite, type GroundedSentence } from '../../../src/core/ask/citation/cite.js';
import { evidenceText } from '../../../src/core/ask/citation/evidence.js';
import { showAlone } from '../../../src/core/ask/citation/show-alone.js';
import type { Article } from '../../../src/core/text/article.js';
import { listSentences } from '../../../src/core/text/article-sentences.js';

const SPEECH = [
  '"Four months is tight, and Christmas is in the middle of it," she said. "But the next pool is fourteen miles away.',
  'For many swimmers it is no hobby.',
  'It is the one hour of the week in which they talk to somebody."',
].join(' ');

/** Sentences of the text as they are shown, by their positions. */
function show(text: string, positions: readonly number[], language = 'en'): readonly string[] {
  const article: Article = {
    ...{ id: 'a', library: 'town', title: '', text, bodyStart: 0, language, digest: text },
  };
  const sentences = listSentences(article);
  const quoted = positions.flatMap((at): GroundedSentence[] => {
    const span = sentences[at];
    if (!span) return [];
    const own = evidenceText(text.slice(span.start, span.end));
    return [{ text: own, evidence: [{ number: at + 1, article, ...span, text: own, relevance: 1 }] }];
  });
  expect(cite(showAlone(quoted)).citations.map(({ quote }) => text.includes(quote))).not.toContain(false);
  return showAlone(quoted).map((sentence) => sentence.text);
}

describe('a sentence that is shown without the rest of its quotation', () => {
  it('gets the closing mark', () => {
    expect(show(SPEECH, [1])).toEqual(['"But the next pool is fourteen miles away."']);
  });

  it('gets both marks in the middle of a quotation', () => {
    expect(show(SPEECH, [2])).toEqual(['"For many swimmers it is no hobby."']);
  });

  it('gets the opening mark', () => {
    expect(show(SPEECH, [3])).toEqual(['"It is the one hour of the week in which they talk to somebody."']);
  });

  it('shares its marks with the sentence after it', () => {
    expect(show(SPEECH, [1, 2])).toEqual([
      '"But the next pool is fourteen miles away.',
      'For many swimmers it is no hobby."',
    ]);
  });

  it.each([
    [
      'de',
      '„Der Juni war gut. Schlimm wurde es erst im Juli, als die Pumpe ausfiel.“',
      '„Der Juni war gut.“',
    ],
    ['en', '“June was fine. The trouble began in July, when the pump failed.”', '“June was fine.”'],
    [
      'fr',
      '«Le mois de juin était bon. Les ennuis ont commencé en juillet.»',
      '«Le mois de juin était bon.»',
    ],
  ])('gets the marks of its own quotation (%s)', (language, text, shown) => {
    expect(show(text, [0], language)).toEqual([shown]);
  });

  it('closes a quotation that goes on in the next paragraph', () => {
    expect(show('“We waited all night.\n\n“Nobody came to the lock.”', [0])).toEqual([
      '“We waited all night.”',
    ]);
  });

  it.each([
    [
      'its paragraph has a mark that closes nothing',
      'A 12" pipe burst. It was old. Nobody said "sorry" for it.',
    ],
    ['it is no quotation', 'The pump broke. Nobody was there.'],
  ])('stays as it is where %s', (_case, text) => {
    const article = { text, bodyStart: 0, language: 'en' };
    const all = listSentences(article).map(({ start, end }) => text.slice(start, end));

    expect(all.map((_, at) => show(text, [at])[0])).toEqual(all);
  });
});
