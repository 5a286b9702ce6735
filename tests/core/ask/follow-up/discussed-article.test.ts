import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/core/answer.js';
import { findDiscussedArticle } from '../../../../src/core/ask/follow-up/discussed-article.js';

function turn(details: Partial<Turn>): Turn {
  return { question: 'When?', answer: '', ...details };
}

function cited(...articleIds: readonly string[]): Turn {
  return turn({
    answer: 'So. [1]',
    citations: articleIds.map((articleId) => ({ articleId, start: 0, end: 3, quote: 'So.' })),
  });
}

describe('the article of a conversation', () => {
  it('is the one that was cited last', () => {
    expect(findDiscussedArticle([cited('lido'), cited('lock', 'lock')])).toBe('lock');
  });

  it('is the one that was named or described last', () => {
    expect(findDiscussedArticle([cited('lido'), turn({ articleId: 'lock' })])).toBe('lock');
  });

  it('stays the same after an answer from several articles', () => {
    expect(findDiscussedArticle([cited('lido'), cited('lock', 'lido')])).toBe('lido');
  });

  it('stays the same after a refusal', () => {
    expect(findDiscussedArticle([cited('lido'), turn({ closestArticleId: 'lock' })])).toBe('lido');
  });

  it('is the closest one if nothing was answered yet', () => {
    expect(findDiscussedArticle([turn({ closestArticleId: 'lock' })])).toBe('lock');
  });

  it('is none in a new conversation', () => {
    expect(findDiscussedArticle([])).toBeUndefined();
  });
});
