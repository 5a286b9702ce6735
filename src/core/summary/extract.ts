// Extractive summaries: the article's own sentences, in the style that was asked for.
import type { SummaryLength, SummaryStyle } from '../answer.js';
import type { ReadArticle } from './candidates.js';
import { LENGTH_LIMITS, MAX_BRIEF_WORDS } from './limits.js';
import { type DraftLine, toLine } from './line.js';
import { questionLines } from './questions/question-lines.js';
import { selectLines } from './selection/select-lines.js';
import { numberLines } from './styles/numbers.js';
import { quoteLines } from './styles/quotes.js';
import { timelineLines } from './styles/timeline.js';
import { whosWhoLines } from './styles/whos-who.js';

/** Lines in a style, which is `keyPoints` if the article has nothing for the one that was asked for. */
export interface StyledLines {
  readonly style: SummaryStyle;
  readonly lines: readonly DraftLine[];
}

/** Fewer lines with dates, names and so on don't make a summary. */
const MIN_STYLED_LINES = 1;
/** A handbook's key points come from different sections. */
const MAX_PER_SECTION = 1;

export function extractLines(read: ReadArticle, style: SummaryStyle, length: SummaryLength): StyledLines {
  const lines = linesOf(read, style, length);
  if (lines.length >= MIN_STYLED_LINES) return { style, lines };
  return { style: 'keyPoints', lines: linesOf(read, 'keyPoints', length) };
}

function linesOf(read: ReadArticle, style: SummaryStyle, length: SummaryLength): readonly DraftLine[] {
  const { lines: maxLines, words: maxWords } = LENGTH_LIMITS[style][length];
  const { candidates } = read;
  switch (style) {
    case 'timeline':
      return timelineLines(read, maxLines);
    case 'numbers':
      return numberLines(candidates, maxLines);
    case 'whosWho':
      return whosWhoLines(read, maxLines);
    case 'quotes':
      return quoteLines(read, maxLines);
    case 'qa':
      return questionLines(read, maxLines);
    default: {
      const perSection = read.genre === 'reference' ? { maxPerSection: MAX_PER_SECTION } : {};
      const chosen = selectLines(candidates, { maxLines, maxWords, ...perSection });
      const isAlone = chosen.length < 2 && maxLines > 2 && maxWords < MAX_BRIEF_WORDS;
      const lines = isAlone
        ? selectLines(candidates, { maxLines: 2, maxWords: MAX_BRIEF_WORDS, ...perSection })
        : chosen;
      return lines.map((one) => toLine(one));
    }
  }
}
