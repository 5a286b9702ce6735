import { describe, expect, it } from 'vitest';
import { readAskedKind } from '../../../src/core/recap/asked-kind.js';
import { type AskedQuestion, groupQuestions } from '../../../src/core/recap/group-questions.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

const SENTENCE = 'Ada Moss opened the bakery on Quay Street in 1921, and her sons sold it for 900 crowns.';
const SPANISH = 'La panadería de la calle Mayor abre a las ocho, y su dueña es Inés Roca.';

/** Answers that all cite the same sentence. Each question comes with the phrase that answers it, if that is certain. */
function group(sentence: string, ...asked: readonly (readonly [question: string, phrase?: string])[]) {
  const questions = asked.map(([question, phrase], index): AskedQuestion => {
    const at = phrase === undefined ? -1 : sentence.indexOf(phrase);
    const highlight = phrase === undefined ? {} : { highlight: { start: at, end: at + phrase.length } };
    const citation = {
      marker: 1,
      articleId: 'a',
      title: 'A',
      start: 0,
      end: sentence.length,
      quote: sentence,
    };
    const citations = [{ ...citation, ...highlight }];
    const text = `${sentence} [1]`;
    return {
      ...{ id: `q${index}`, library: 'guild:1', question, createdAt: `2031-03-03T10:00:0${index}.000Z` },
      answer: { kind: 'answered', text, citations, confidence: 1, engine: 'builtin' },
    };
  });
  const frequencies = { passages: 10, count: () => 3 };
  return groupQuestions(questions, { analyzer: createAnalyzer(), frequencies }).map(({ question, count }) => [
    question,
    count,
  ]);
}

describe('questions whose answers cite the same sentence', () => {
  it.each([
    [SENTENCE, ['Who opened the bakery on Quay Street?'], ['When was the bakery on Quay Street opened?']],
    [SENTENCE, ['Who opened the bakery?', 'Ada Moss'], ['What did the bakery sell for?', '900 crowns']],
    [SENTENCE, ['What year did the bakery open?', '1921'], ['What did they get for the bakery?']],
    [SENTENCE, ['Where is the bakery of Ada Moss?'], ['Who is Ada Moss of the bakery?']],
    [SPANISH, ['¿Quién es la dueña de la panadería?'], ['¿Cuándo abre la dueña la panadería?']],
  ] as const)('stay two if they ask for different things: %s %s %s', (sentence, one, other) => {
    expect(group(sentence, one, other)).toEqual([
      [one[0], 1],
      [other[0], 1],
    ]);
  });

  it.each([
    [['Who opened the bakery?'], ['Who was it that opened the bakery?']],
    [
      ['When did the bakery open?', '1921'],
      ['What year did Ada Moss open her bakery?', '1921'],
    ],
    [
      ['How much did the bakery cost?', '900 crowns'],
      ['What did they sell the bakery for?', '900 crowns'],
    ],
  ] as const)('are one topic if they mean the same: %s %s', (one, other) => {
    expect(group(SENTENCE, one, other)).toMatchObject([[expect.any(String), 2]]);
  });

  it('don’t join a topic that has a question for something else', () => {
    const topics = group(
      SENTENCE,
      ['What about the opening of the bakery on Quay Street?'],
      ['Tell us about the opening of the bakery on Quay Street.'],
      ['When was the opening of the bakery on Quay Street?'],
      ['Where was the opening of the bakery on Quay Street?'],
    );

    expect(topics.map(([, count]) => count)).toEqual([3, 1]);
  });
});

describe('the kind of thing that a question asks for', () => {
  it.each([
    ['Who runs the mill?', 'person'],
    ['What time does it open?', 'time'],
    ['What happens when it rains?', undefined],
    ['how often does it run', 'amount'],
    ['How soon will it open?', undefined],
    ['How does it work?', 'manner'],
    ['Was kostet die Mühle?', undefined],
    ['Wie viele Boote gibt es?', 'amount'],
    ['Wie funktioniert die Mühle?', 'manner'],
    ['Wo steht sie?', 'place'],
    ['¿Por qué cierra?', 'reason'],
    ['¿A qué hora cierra?', 'time'],
    ['À quelle heure ouvre le moulin ?', 'time'],
    ['Où est-il ?', 'place'],
    ['Combien de bateaux ?', 'amount'],
    ['the mill', undefined],
  ])('is told by its first question word: %s', (question, kind) => {
    expect(readAskedKind(question)).toBe(kind);
  });
});
