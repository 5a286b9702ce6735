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
