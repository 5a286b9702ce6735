import { describe, expect, it } from 'vitest';
import type { RelevanceSignals } from '../../../src/core/ranking-ports.js';
import type { AnswerType } from '../../../src/engines/builtin/question/answer-types.js';
import { applyDoubts } from '../../../src/engines/builtin/ranking/doubts.js';
import { rankingOf } from '../../support/rankings.js';

function doubt(type: AnswerType, signals: Partial<RelevanceSignals>, { language = 'en' } = {}): number {
  const [sentence] = rankingOf('Made up.', { language }).sentences;
  if (!sentence) throw new Error('There is no sentence.');
  const best = {
    match: sentence.match,
    signals: { coverage: 0.3, looseCoverage: 0.3, hasAntonym: false, ...signals },
    lacksHead: false,
  };
  return applyDoubts(0.25, best, { type, questionValues: [] });
}

describe('applyDoubts', () => {
  it('doubts a sentence without a number if one is asked for', () => {
    expect(doubt('number', { hasAnswerType: false })).toBeLessThan(0.1);
    expect(doubt('why', { hasAnswerType: false })).toBe(0.25);
  });

  it('doubts a name in a weak match only where the reader can’t read', () => {
    expect(doubt('who', { hasAnswerType: true }, { language: 'it' })).toBeLessThan(0.1);
    expect(doubt('who', { hasAnswerType: true })).toBe(0.25);
    expect(doubt('who', { hasAnswerType: true }, { language: 'es' })).toBe(0.25);
    expect(doubt('who', { hasAnswerType: true, looseCoverage: 0.8 }, { language: 'it' })).toBe(0.25);
  });
});
