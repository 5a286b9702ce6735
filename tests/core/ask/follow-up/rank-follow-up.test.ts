import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../../../../src/core/ask/follow-up/follow-up.js';
import { rankFollowUp } from '../../../../src/core/ask/follow-up/rank-follow-up.js';
import type { Ranking, RelevanceSignals } from '../../../../src/core/ranking-ports.js';
import { rankingOf } from '../../../support/rankings.js';

const TEXT = 'Ines Calloway runs the rink. She answers letters herself.';
const FOLLOW_UP: FollowUp = {
  kind: 'dependent',
  joined: 'how old is she Ines Calloway',
  isBare: false,
  isElliptic: false,
  asksWhat: false,
};

/**
 * The confidence in an answer to a question that leans on one that quoted the first sentence.
 * @param options.joinedConfidence the engine's, with the words of the question before. Default: the same as without
 * @param options.isSameMessage whether both questions are parts of one message
 */
function leanOnFirst(
  confidence: number,
  signals?: Partial<RelevanceSignals>,
  { joinedConfidence = confidence, isSameMessage = false } = {},
): number {
  const ranked = rankingOf(TEXT);
  const sentences = ranked.sentences.map((sentence) => ({
    ...sentence,
    signals: { coverage: 0, looseCoverage: 0, hasAntonym: false, ...signals },
  }));
  const ranking: Ranking = { ...ranked, sentences, confidence };
  const [first] = [...sentences].sort((a, b) => a.start - b.start);
  if (!first) throw new Error('There is no sentence.');
  const citation = {
    ...{ marker: 1, articleId: 'a', start: first.start, end: first.end },
    ...{ quote: TEXT.slice(first.start, first.end), title: 'Made up' },
  };
  const turn = { question: 'who runs the rink?', answer: 'Ines Calloway runs it.', citations: [citation] };
  const turns = [{ ...turn, isSameMessage }];
  const joined = { ...ranking, confidence: joinedConfidence };
  return rankFollowUp(ranking, joined, FOLLOW_UP, turns).confidence;
}

describe('rankFollowUp', () => {
  it('is more confident in an answer near the sentence that was quoted', () => {
    expect(leanOnFirst(0.2)).toBeGreaterThan(0.2);
  });

  it('trusts what is near if the question has no words to search for', () => {
    expect(leanOnFirst(0)).toBeGreaterThan(0.3);
  });

  it('stays unsure if the engine is certain that nothing answers', () => {
    expect(leanOnFirst(0.01)).toBeLessThan(0.1);
  });

  it('does not answer a part of a message by the words of the part before', () => {
    expect(leanOnFirst(0, {}, { joinedConfidence: 0.6, isSameMessage: true })).toBe(0);
    expect(leanOnFirst(0, {}, { joinedConfidence: 0.6 })).toBeGreaterThan(0.6);
  });

  it('does not lean on a sentence without the kind of thing that is asked for', () => {
    expect(leanOnFirst(0.2, { hasAnswerType: false })).toBe(0.2);
  });
});

/** Ranks both sentences after a turn that quoted the first one, which is by far the better match. */
function askAgain(signals: Partial<RelevanceSignals>, own: number, followUp: Partial<FollowUp> = {}) {
  const ranked = rankingOf(TEXT, { relevances: [0.95, 0.01] });
  const sentences = ranked.sentences.map((sentence) => ({
    ...sentence,
    signals: { coverage: 0, looseCoverage: 0, hasAntonym: false, ...signals },
  }));
  const [first] = sentences;
  if (!first) throw new Error('There is no sentence.');
  const citation = {
    ...{ marker: 1, articleId: 'a', start: first.start, end: first.end },
    ...{ quote: TEXT.slice(first.start, first.end), title: 'Made up' },
  };
  const turns = [{ question: 'who runs the rink?', answer: 'Ines Calloway runs it.', citations: [citation] }];
  const ranking: Ranking = { ...ranked, sentences, threshold: 0.2 };
  const alone = { ...ranking, confidence: own };
  const joined = { ...ranking, confidence: 0.9 };
  const result = rankFollowUp(alone, joined, { ...FOLLOW_UP, ...followUp }, turns);
  return { ...result, isShownFirst: result.sentences[0]?.start === first.start };
}

describe('a sentence that was shown before', () => {
  it('is shown again if the question alone finds it', () => {
    expect(askAgain({ coverage: 0.4 }, 0.8).isShownFirst).toBe(true);
  });

  it('is shown again to “when?” if it has a date', () => {
    const bare = { isBare: true };

    expect(askAgain({ hasAnswerType: true }, 0, bare).isShownFirst).toBe(true);
    expect(askAgain({}, 0, bare).isShownFirst).toBe(true);
  });

  it('is shown again if it may answer', () => {
    expect(askAgain({ coverage: 0.4 }, 0.3).isShownFirst).toBe(true);
  });

  it('is left out if it has no word of the question and no date, and the question before does not count', () => {
    const ranking = askAgain({ coverage: 0.1, hasAnswerType: false }, 0.05);

    expect(ranking).toMatchObject({ isShownFirst: false, confidence: 0.05 });
  });

  it('is left out if it certainly lacks what is asked for', () => {
    const ranking = askAgain({ coverage: 0.9, lacksAnswer: true, hasAnswerType: false }, 0.05);

    expect(ranking).toMatchObject({ isShownFirst: false, confidence: 0.05 });
  });
});
