// How long summaries are.
import type { SummaryLength, SummaryStyle } from '../answer.js';

/** At most this many lines and words. */
export interface LengthLimits {
  readonly lines: number;
  readonly words: number;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** A brief of at least two sentences may have this many words, if they don't fit otherwise. */
export const MAX_BRIEF_WORDS = 70;

/** The budget of a brief is what scores best on the development summaries, see docs/summaries.md. */
export const LENGTH_LIMITS: Readonly<Record<SummaryStyle, Readonly<Record<SummaryLength, LengthLimits>>>> = {
  oneLine: { short: { lines: 1, words: 22 }, medium: { lines: 1, words: 32 }, long: { lines: 1, words: 45 } },
  brief: { short: { lines: 2, words: 35 }, medium: { lines: 4, words: 55 }, long: { lines: 6, words: 110 } },
  keyPoints: {
    short: { lines: 3, words: 60 },
    medium: { lines: 5, words: 100 },
    long: { lines: 9, words: 200 },
  },
  timeline: lines(4, 8, 16),
  whosWho: lines(3, 6, 12),
  quotes: lines(2, 4, 8),
  qa: lines(3, 5, 8),
  numbers: lines(3, 6, 12),
};

function lines(short: number, medium: number, long: number) {
  return {
    short: { lines: short, words: NO_LIMIT },
    medium: { lines: medium, words: NO_LIMIT },
    long: { lines: long, words: NO_LIMIT },
  };
}
