import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Match, TermFrequencies } from '../../../src/core/ranking-ports.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { ENTITY_TYPES } from '../../../src/engines/builtin/entities/entity-types.js';
import {
  extractFeatures,
  FEATURES,
  QUESTION_FEATURES,
} from '../../../src/engines/builtin/features/extract-features.js';
import { ANSWER_TYPES } from '../../../src/engines/builtin/question/answer-types.js';
import { createRanker } from '../../../src/engines/builtin/ranker.js';
import {
  readAnswerabilityFeatures,
  SCORE_GAP_FEATURES,
} from '../../../src/engines/builtin/ranking/answerability.js';
import { rankParagraphs } from '../../../src/engines/builtin/ranking/linear-ranker.js';
import { ANSWERABILITY_MODEL, RANK_MODEL } from '../../../src/engines/builtin/ranking/weights.js';

const FREQUENCIES: TermFrequencies = { passages: 2, count: () => 1 };
const TEXT = [
  'The harbour of Brannock will close on 3 March 2031 for repairs. Ines Calloway, the mayor, told reporters of it.',
  'Fishermen will use the northern pier. It was built in 1904. The work costs 4.5 million dollars.',
];

/** One passage per text, all in the same article. */
function matchesOf(texts: readonly string[], language = 'en'): readonly Match[] {
  const text = texts.join('\n\n');
  const article = {
    ...{ id: 'a', library: 'town', title: 'Harbour', text, bodyStart: 0 },
    ...{ language, digest: `${language} ${text}` },
  };
  let from = 0;
  return texts.map((part) => {
    const range = { start: from, end: from + part.length };
    from = range.end + 2;
    const passage = { ...range, sentences: splitIntoSentences(text, language, range) };
    return { article, passage, similarity: 0.5, textScore: 0.5 };
  });
}

const ask = (text: string, matches = matchesOf(TEXT), language = 'en') => {
  const ranking = createRanker().rank({ text, language }, matches, FREQUENCIES);
  const [first] = ranking.sentences;
  return { ...ranking, best: matches[0]?.article.text.slice(first?.start, first?.end) ?? '' };
};

describe('built-in ranker', () => {
  it.each([
    ['When was the northern pier built?', 'It was built in 1904.'],
    ['Who is the mayor of Brannock?', 'Ines Calloway'],
    ['How much will the work cost?', '4.5 million'],
    ['Which day does the harbor shut?', '3 March 2031'],
  ])('ranks first for “%s” the sentence with “%s”', (question, part) => {
    expect(ask(question).best).toContain(part);
  });

  it.each([
    ['de', 'Wann wurde der nördliche Pier gebaut?', 'It was built in 1904.'],
    ['es', '¿Quién es la alcaldesa de Brannock?', 'Ines Calloway'],
    ['fr', 'Combien coûtent les travaux ?', '4.5 million'],
  ])('translates a question in %s word by word: “%s”', (language, question, part) => {
    const { best, translation, threshold } = ask(question, matchesOf(TEXT), language);

    expect(best).toContain(part);
    expect(translation).toMatch(/^(?:when was|who is|how much cost)/);
    expect(threshold).toBeGreaterThan(0.2);
  });

  it('lets a dek answer what only the dek says, and a headline nothing', () => {
    const [match] = matchesOf([
      'Captain Brandt\n\nBrandt retires in October.\n\nThe captain has sailed for thirty years. She talks of storms.',
    ]);
    if (!match) throw new Error('no passage');
    const text = match.article.text;
    const article = { ...match.article, title: 'Captain Brandt', bodyStart: text.indexOf('The captain') };
    const rank = (question: string) => ask(question, [{ ...match, article }]).best.trim();

    expect(rank('When does Brandt retire?')).toBe('Brandt retires in October.');
    expect(rank('Who has sailed for thirty years?')).toBe('The captain has sailed for thirty years.');
    expect(rank('Captain Brandt')).not.toBe('Captain Brandt');
  });

  it('finds by the guest’s name what the guest of an interview says', () => {
    const talk = [
      'Ines Calloway runs the harbour. The boats call her Skipper. She lost a boat in 2009.',
      'Q: Were you hurt?',
      'A: I lost two fingers in a winch.',
      'Q: And the boat?',
      'A: I lost that too.',
    ];

    const { best } = ask('How many fingers did Ines Calloway lose?', matchesOf(talk));

    expect(best).toBe('A: I lost two fingers in a winch.');
  });

  it('translates nothing that is in the language of an article, or in an unknown one', () => {
    const german = matchesOf(['Der Hafen von Brannock schließt am 3. März 2031.'], 'de');

    expect(ask('Wann schließt der Hafen?', german, 'de').translation).toBeUndefined();
    expect(
      ask('Wann schließt der Hafen?', [...matchesOf(TEXT), ...german], 'de').translation,
    ).toBeUndefined();
    expect(ask('Wann schließt der Hafen?', matchesOf(TEXT), 'und').translation).toBeUndefined();
  });

  it('is more confident about an answerable question than an unanswerable one', () => {
    expect(ask('How much will the work cost?').confidence).toBeGreaterThan(
      ask('How many goals did the club of Delmar score?').confidence + 0.2,
    );
  });

  it('gives the same ranking in whatever order the passages come', () => {
    const matches = matchesOf(TEXT);
    const one = ask('When does the harbour close?', matches);
    const other = ask('When does the harbour close?', matches.toReversed());

    expect(other.confidence).toBe(one.confidence);
    expect(other.sentences.map(({ start }) => start)).toEqual(one.sentences.map(({ start }) => start));
  });

  it('has no confidence in a question without query terms', () => {
    expect(ask('and so?').confidence).toBe(0);
  });

  it('ranks every sentence of any text, with probabilities and finite features', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('en', 'ru', 'th', 'zh', 'und'),
        (texts, question, language) => {
          const matches = matchesOf(texts, language);
          const { candidates } = extractFeatures({ text: question, language }, matches, FREQUENCIES);
          const { sentences, confidence } = ask(question, matches, language);

          for (const { values } of candidates) {
            expect(values).toHaveLength(FEATURES.length);
            expect(Array.from(values).every(Number.isFinite)).toBe(true);
          }
          expect(sentences).toHaveLength(candidates.length);
          for (const { relevance } of sentences) {
            expect(relevance).toBeGreaterThanOrEqual(0);
            expect(relevance).toBeLessThanOrEqual(1);
          }
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('features', () => {
  const valuesOf = (
    question: string,
    texts: readonly string[],
    names: readonly string[],
    language = 'en',
  ) => {
    const { candidates } = extractFeatures(
      { text: question, language },
      matchesOf(texts, language),
      FREQUENCIES,
    );
    return candidates.map(({ values }) => names.map((name) => values[FEATURES.indexOf(name as never)]));
  };

  it.each([
    ['What does the large pump lift?', 'The small pump lifts water.', 1],
    ['What do the keepers like?', 'The keepers dislike the noise.', 1],
    ['What does the small pump lift?', 'The small pump lifts water.', 0],
    ['What does the red pump lift?', 'The small pump lifts water.', 0],
  ])('detect for “%s” whether “%s” has an antonym', (question, sentence, expected) => {
    expect(valuesOf(question, [sentence], ['antonym'])).toEqual([[expected]]);
  });

  it('detect a missing number and its replacement', () => {
    const names = ['missingNumber', 'otherNumber'];

    expect(valuesOf('Who won seven races?', ['Ines won five races.', 'Ines won races.'], names)).toEqual([
      [1, 1],
      [1, 0],
    ]);
    expect(valuesOf('Who won seven races?', ['Ines won seven races.'], names)).toEqual([[0, 0]]);
  });

  it('detect a word that is replaced by another', () => {
    const names = ['replaced', 'replacedName'];
    const [same = [], other = [], named = []] = [
      valuesOf('Who found the law of tides?', ['Ines found the law of tides.'], names),
      valuesOf('Who found the law of tides?', ['Ines found the law of echoes.'], names),
      valuesOf('What does Mayor Moss like?', ['Mayor Calloway likes boats.'], names),
    ].map(([first]) => first);

    expect(same).toEqual([0, 0]);
    expect(other[0]).toBeGreaterThan(0.1);
    expect(other[1]).toBe(0);
    expect(named[1]).toBeGreaterThan(0.1);
  });

  it('detect terms that only occur elsewhere in the article', () => {
    const texts = ['Ines won the race.', 'It rained.', 'Boats are built in Delmar.'];
    const names = ['matchedElsewhere', 'namesElsewhere'];

    expect(valuesOf('Who won in Delmar?', texts, names)[0]?.[1]).toBeGreaterThan(0.1);
    expect(valuesOf('Who won in Ostrava?', texts, names)[0]).toEqual([0, 0]);
  });

  it('match an “after” clause with the previous sentence and a “before” clause with the next', () => {
    const texts = ['The lamp went out. He climbed the stairs. The boats waited.'];
    const names = ['clauseBefore', 'clauseAfter'];
    const after = valuesOf('What did the keeper do after the lamp went out?', texts, names);
    const before = valuesOf('What did he climb before the boats waited?', texts, names);

    expect(after[1]?.[0]).toBeGreaterThan(0.5);
    expect([after[0]?.[0], after[1]?.[1]]).toEqual([0, 0]);
    expect(before[1]?.[1]).toBeGreaterThan(0.5);
    expect(before[1]?.[0]).toBe(0);
    expect(valuesOf('What did the keeper climb?', texts, names)).toEqual(
      texts[0]?.match(/\./g)?.map(() => [0, 0]),
    );
  });

  it('detect semantically similar words, in English only', () => {
    const question = 'Who captured the fortress?';
    const [seized = [], painted = []] = valuesOf(
      question,
      ['The duke seized the castle.', 'The duke painted the fence.'],
      ['semanticMatch', 'sentenceSimilarity'],
    );

    expect(seized[0]).toBeGreaterThan((painted[0] ?? 0) + 0.2);
    expect(seized[1]).toBeGreaterThan((painted[1] ?? 0) + 0.2);
    expect(
      valuesOf(question, ['The duke seized the castle.'], ['semanticMatch', 'sentenceSimilarity'], 'ro'),
    ).toEqual([[0, 0]]);
  });

  it('match rare n-grams of inflected words', () => {
    const [inflected = [], other = []] = valuesOf(
      'Кто построил мельницу?',
      ['Мельницей владеет Анна.', 'Анна владеет лодкой.'],
      ['ngramRarity'],
      'ru',
    );

    expect(inflected[0]).toBeGreaterThan(0.3);
    expect(other[0]).toBe(0);
  });
});

describe('rankParagraphs', () => {
  it('ranks paragraphs by all their sentences and returns the best sentence of each', () => {
    const ranked = [
      { paragraph: 0, score: 2 },
      { paragraph: 1, score: 1.9 },
      { paragraph: 1, score: 1.8 },
      { paragraph: 0, score: -4 },
    ].map(({ paragraph, score }) => ({ candidate: { paragraph, values: [], entityTypes: 0 }, score }));

    expect(rankParagraphs(ranked)).toEqual([1, 0]);
  });
});

describe('weights', () => {
  it('match the number of features', () => {
    const { candidates, questionValues } = extractFeatures(
      { text: 'When does the harbour close?', language: 'en' },
      matchesOf(TEXT),
      FREQUENCIES,
    );
    const scored = candidates.map((candidate) => ({ candidate, score: 0 }));
    const inputs = FEATURES.length + ANSWER_TYPES.length + ENTITY_TYPES.length;
    const inputCount = readAnswerabilityFeatures(scored, 'when', questionValues).length;

    expect(questionValues).toHaveLength(QUESTION_FEATURES.length);
    expect(inputCount).toBeGreaterThan(inputs + QUESTION_FEATURES.length + SCORE_GAP_FEATURES.length);
    expect(RANK_MODEL.weights).toHaveLength(FEATURES.length);
    expect(RANK_MODEL.table.map((row) => row.length)).toEqual(ANSWER_TYPES.map(() => ENTITY_TYPES.length));
    for (const { trees } of [ANSWERABILITY_MODEL.present, ANSWERABILITY_MODEL.consistent])
      expect(Math.max(...trees.flatMap(({ features }) => features))).toBeLessThan(inputCount);
  });
});
