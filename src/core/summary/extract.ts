// Extractive summaries: the article's own sentences, in the style that was asked for.
import type { SummaryLength, SummaryStyle } from '../answer.js';
import type { Article } from '../text/article.js';
import type { Candidate, ReadArticle } from './candidates.js';
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
      const perSection =
        read.genre === 'reference' ? { maxPerSection: MAX_PER_SECTION, first: findIntroduction(read) } : {};
      const chosen = selectLines(candidates, { maxLines, maxWords, ...perSection });
      const isAlone = chosen.length < 2 && maxLines > 2 && maxWords < MAX_BRIEF_WORDS;
      const lines = isAlone
        ? selectLines(candidates, { maxLines: 2, maxWords: MAX_BRIEF_WORDS, ...perSection })
        : chosen;
      return lines.map((one) => toLine(one));
    }
  }
}

/** The first sentences of a text that may say what it is about. */
const INTRODUCTION_SENTENCES = 3;

/**
 * What a handbook is about comes first: the first sentence that can be read alone, in the introduction or under the first
 * heading that isn't a question.
 */
function findIntroduction({ article, candidates }: ReadArticle): Candidate | undefined {
  const [opening] = candidates;
  if (!opening || isQuestionHeading(article, opening.sentence.section)) return undefined;
  const introduction = candidates
    .slice(0, INTRODUCTION_SENTENCES)
    .filter(
      ({ sentence, isStandalone, needs }) =>
        isStandalone && needs.length === 0 && sentence.section === opening.sentence.section,
    );
  return introduction.find(({ text }) => DEFINING.test(text)) ?? introduction[0];
}

/** "Frostgate is an open-air rink": a name or a noun, and what it is. */
const DEFINING =
  /^(?:\p{L}[\p{L}\p{M}'’-]* ){1,6}(?:is|are|was|were|ist|sind|war|waren|est|sont|es|son) (?:\p{L}+ )?(?:an?|the|in|ein|eine|der|die|das|un|una|el|la|une|le)(?!\p{L})/u;

function isQuestionHeading({ text }: Article, start: number): boolean {
  return start >= 0 && /[?？]\s*$/u.test(text.slice(start).split('\n', 1)[0] ?? '');
}
