import { describe, expect, it } from 'vitest';
import { chooseCandidate } from '../../src/terminal/choose-candidate.js';

const CANDIDATES = [
  { articleId: 'ferry', title: 'Ferry strike enters second week' },
  { articleId: 'pool', title: 'Freibad: Pool staff handbook' },
  { articleId: 'pier', title: 'The pier handbook' },
];

describe('choosing an article at the prompt', () => {
  it.each([
    ['1', 'ferry'],
    ['2.', 'pool'],
    ['#3', 'pier'],
    ['the second one please', 'pool'],
    ['das letzte', 'pier'],
    ['ferry', 'ferry'],
    ['the ferry one, please', 'ferry'],
    ['pool handbook', 'pool'],
    ['Den Artikel Freib', 'pool'],
    ['The pier handbook', 'pier'],
  ])('takes %s', (typed, articleId) => {
    expect(chooseCandidate(typed, CANDIDATES)).toEqual({ kind: 'chosen', articleId });
  });

  it.each(['0', '4'])('says that there is no number %s', (typed) => {
    expect(chooseCandidate(typed, CANDIDATES)).toEqual({ kind: 'no-such-number' });
  });

  it.each(['handbook', 'who pays for the ferry?', 'the one', 'thanks'])(
    'takes no title from “%s”',
    (typed) => {
      expect(chooseCandidate(typed, CANDIDATES)).toEqual({ kind: 'other' });
    },
  );
});
