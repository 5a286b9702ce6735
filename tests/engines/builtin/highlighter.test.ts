import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/writing-ports.js';
import { highlight } from '../../../src/engines/builtin/highlighter.js';

const OPENING = 'Before it. ';

function evidence(sentence: string): Evidence {
  const article = {
    ...{ id: 'a', library: 'town', title: 'A', text: `${OPENING}${sentence}`, bodyStart: 0 },
    ...{ language: 'en', digest: 'd' },
  };
  const start = OPENING.length;
  return { number: 1, article, start, end: article.text.length, text: sentence, relevance: 1 };
}

describe('highlight', () => {
  it.each([
    ['When will the harbour close?', 'The harbour will close on 3 March 2031 for repairs.', '3 March 2031'],
    ['In what year did it open?', 'It opened in May 1904 after a storm.', '1904'],
    ['How many boats sank?', 'In the storm of 1904 twenty-one boats sank.', 'twenty-one'],
    ['How many boats sank?', 'Some 1,500 boats sank that night.', '1,500'],
    ['How much does the work cost?', 'The work will cost $4.5 million in all.', '$4.5 million'],
    ['What percentage of boats sank?', 'About 40 percent of the boats sank.', '40 percent'],
    ['Who opened the pier?', 'The pier was opened by Ines Calloway in spring.', 'Ines Calloway'],
  ])('answers “%s” in “%s” with “%s”', (text, sentence, phrase) => {
    const source = evidence(sentence);

    const span = highlight({ text, language: 'en' }, source);

    expect(span && source.article.text.slice(span.start, span.end)).toBe(phrase);
  });

  it.each([
    ['two phrases could be it', 'How many boats sank?', 'Four boats sank and nine were saved.'],
    ['the only number is of another kind', 'How many boats sank?', 'Boats sank in 1904.'],
    ['the question names it itself', 'What happened to the 1,500 boats?', 'Some 1,500 boats sank.'],
    ['the only name opens the sentence', 'Who opened the pier?', 'Yesterday the pier was opened at last.'],
    ['the question asks for no single thing', 'Why did the boats sink?', 'In 1904 a storm sank four boats.'],
    ['the only name is asked about', 'Who opened Northern Pier?', 'They opened Northern Pier.'],
  ])('highlights nothing if %s', (_, text, sentence) => {
    expect(highlight({ text, language: 'en' }, evidence(sentence))).toBeUndefined();
  });
});
