import { describe, expect, it } from 'vitest';
import { doubtRanking } from '../../../src/core/ask/doubt.js';
import type { RankedSentence, Ranking, RelevanceSignals } from '../../../src/core/ports.js';

function rank(text: string, confidence: number, signals?: RelevanceSignals): Ranking {
  const match = { article: { text, language: 'en' } };
  const sentence = {
    match,
    start: 0,
    end: text.length,
    relevance: 0.9,
    signals,
  } as unknown as RankedSentence;
  return { sentences: [sentence], paragraphs: [], confidence };
}

describe('doubtRanking', () => {
  it('doubts a sentence that gives no age when somebody asks for it', () => {
    const ranking = rank('Edith Pollak expects a result at 20:30.', 0.6);
    expect(doubtRanking('how old is she?', ranking, true).confidence).toBeLessThan(0.1);
  });

  it.each(['Finch, 58, called it a promise.', 'She left home at nineteen.', 'Alter: 51'])(
    'believes that “%s” gives an age',
    (text) => {
      expect(doubtRanking('how old is she?', rank(text, 0.6), true).confidence).toBe(0.6);
    },
  );

  it('doubts a name that stands in a sentence on another subject', () => {
    const signals = { hasAnswerType: true, coverage: 0.4, looseCoverage: 0.4 };
    expect(
      doubtRanking('who sponsors it?', rank('The Falcons train here.', 0.2, signals), false).confidence,
    ).toBeLessThan(0.1);
  });

  it.each(['In Pell it was built, and two shops closed.', 'The season runs from October to March.'])(
    'doubts that “%s” says who',
    (text) => {
      expect(doubtRanking('who will build the road?', rank(text, 0.4), false).confidence).toBeLessThan(0.15);
    },
  );

  it.each(['Ada Brandt drew the plans.', 'The council paid.', 'It was built by Harrow.', 'A jury decides.'])(
    'believes that “%s” says who',
    (text) => {
      expect(doubtRanking('who did that?', rank(text, 0.4), false).confidence).toBe(0.4);
    },
  );

  it('prefers a nearly equal sentence that names somebody', () => {
    const [first] = rank('The bridge was built of oak.', 0.5).sentences;
    const [second] = rank('The bridge was built by Ada Brandt.', 0.5).sentences;
    const sentences = [first, second && { ...second, relevance: 0.6 }] as RankedSentence[];

    const doubted = doubtRanking(
      'who built the bridge?',
      { sentences, paragraphs: [], confidence: 0.5 },
      false,
    );

    expect(doubted.confidence).toBe(0.5);
    expect(doubted.sentences[0]?.match).toBe(second?.match);
  });

  it('leaves other questions alone', () => {
    expect(doubtRanking('is it open?', rank('It opens at nine.', 0.5), false).confidence).toBe(0.5);
  });
});
