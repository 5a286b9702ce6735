import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/core/answer.js';
import { findAntecedent } from '../../../../src/core/ask/follow-up/antecedent.js';

const turn = (question: string, answer: string, highlighted?: string): Turn => {
  const start = highlighted === undefined ? 0 : answer.indexOf(highlighted);
  const highlight =
    highlighted === undefined ? {} : { highlight: { start, end: start + highlighted.length } };
  return {
    question,
    answer,
    citations: [{ articleId: 'a', start: 0, end: answer.length, quote: answer, ...highlight }],
  };
};

describe('the person whom a pronoun means', () => {
  it('is the one who was asked about, by the whole name', () => {
    const before = turn(
      'what does that Tomo guy want',
      'Under the plan of Tomo Varga, the county pays half.',
    );

    expect(findAntecedent('why did he do it?', [before])).toBe('Tomo Varga');
  });

  it.each([
    ['who is ruda falk', 'The spokesman of the Ferry Trust is Ruda Falk.', 'Ruda Falk'],
    [
      'Wer ist die Vorsitzende des Vereins?',
      'Seine Vorsitzende Ute Gallwitz dankte allen.',
      'Vorsitzende Ute Gallwitz',
    ],
  ])('is found for “%s”, whatever its capitals', (question, answer, name) => {
    expect(findAntecedent('how old is she?', [turn(question, answer)])).toBe(name);
  });

  it('is the answer to “who”, not an organization next to it', () => {
    const before = turn(
      'who started the ferry group?',
      'The Friends of the Ferry, founded by Ruda Falk in October, has 40 members.',
    );

    expect(findAntecedent('how old is she?', [before])).toBe('Ruda Falk');
  });

  it('is the one in the phrase that answers', () => {
    const answer = 'Ivo Sand says the boats were built by Ruda Falk.';

    expect(findAntecedent('where does she live?', [turn('who built the boats', answer, 'Ruda Falk')])).toBe(
      'Ruda Falk',
    );
  });

  it('may open the sentence', () => {
    expect(findAntecedent('how old is she?', [turn('who fires the kiln', 'Gunnel Akerman fires it.')])).toBe(
      'Gunnel Akerman',
    );
  });

  it('is no spokesman who is only quoted, after questions about “her”', () => {
    const turns = [
      turn('why is she against it?', 'I understand the sum.'),
      turn('which locks would the team look after', 'A spokesman, Ivo Sand, said it would cover two.'),
    ];

    expect(findAntecedent("who's going to replace her?", turns)).toBeUndefined();
    expect(findAntecedent('how old is he?', turns)).toBe('Ivo Sand');
  });

  it('is no place', () => {
    expect(
      findAntecedent('how old is she?', [turn('where is the lock', 'It is in Castle Thorne.')]),
    ).toBeUndefined();
  });
});
