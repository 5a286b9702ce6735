// Extractive summaries: the article's own sentences, in the style that was asked for.
import type { SummaryLength, SummaryStyle } from '../answer.js';
import { listSpeeches } from '../interview/speakers.js';
import type { Article } from '../text/article.js';
import type { Candidate, ReadArticle } from './candidates.js';
import { LENGTH_LIMITS, MAX_BRIEF_WORDS } from './limits.js';
import { type DraftLine, toLine } from './line.js';
import { questionLines } from './questions/question-lines.js';
import { type SelectionLimits, selectLines } from './selection/select-lines.js';
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
      const first = findOpening(read, { maxLines, maxWords });
      // What stands before the sentence that says what the text is about would be shown before it. Of a dek, only that is
      // shown, because the body says the rest.
      const usable = candidates.filter(
        (one) => one === first || (!isDek(one) && one.sentence.index >= (first?.sentence.index ?? 0)),
      );
      const limits = { ...perSection, first };
      const chosen = selectLines(usable, { maxLines, maxWords, ...limits });
      const isAlone = chosen.length < 2 && maxLines > 2 && maxWords < MAX_BRIEF_WORDS;
      const lines = isAlone
        ? selectLines(usable, { maxLines: 2, maxWords: MAX_BRIEF_WORDS, ...limits })
        : chosen;
      return lines.map((one) => toLine(one));
    }
  }
}

/** The sentence that a summary must begin with, because it says who or what the text is about. */
function findOpening(read: ReadArticle, limits: SelectionLimits): Candidate | undefined {
  if (read.genre === 'conversation') return findGuestSentence(read);
  const introduction = read.genre === 'reference' ? findIntroduction(read) : undefined;
  return (
    findTopicSentence(
      read,
      introduction ??
        selectLines(
          read.candidates.filter((one) => !isDek(one)),
          limits,
        )[0],
    ) ?? introduction
  );
}

const isDek = ({ sentence }: Candidate): boolean => sentence.index < 0;

/** In the introduction of an interview, the first sentence that names the guest. */
function findGuestSentence({ article, candidates }: ReadArticle): Candidate | undefined {
  const [first, ...others] = listSpeeches(article);
  const guest = [first, ...others].find((speech) => speech?.isAsking === false)?.speaker;
  if (!first || !guest) return undefined;
  const name = article.text.slice(guest.start, guest.end);
  const last = name.split(' ').at(-1) ?? name;
  return candidates.find(
    ({ sentence, text, isStandalone, needs }) =>
      sentence.start < first.start && isStandalone && needs.length === 0 && text.includes(last),
  );
}

/** How far into a report its topic may come up first. */
const TOPIC_SENTENCES = 12;
const MIN_TOPIC_WORDS = 8;
/** A sentence that is less similar to the title names the topic only by chance. */
const MIN_TOPIC_SIMILARITY = 0.1;

/**
 * Where a text opens with a scene that has next to nothing of its title, the dek, or the sentence near the beginning that
 * has most of the title.
 * @param opening what the summary would begin with
 */
function findTopicSentence(
  { candidates }: ReadArticle,
  opening: Candidate | undefined,
): Candidate | undefined {
  if (!opening || opening.title >= MIN_TOPIC_SIMILARITY) return undefined;
  const clear = candidates
    .slice(0, TOPIC_SENTENCES)
    .filter(
      ({ isStandalone, needs, words, title }) =>
        isStandalone && needs.length === 0 && words >= MIN_TOPIC_WORDS && title >= MIN_TOPIC_SIMILARITY,
    );
  return clear.find(isDek) ?? clear.toSorted((a, b) => b.title - a.title)[0];
}

/** The first sentences of a text that may say what it is about. */
const INTRODUCTION_SENTENCES = 3;

/**
 * What a handbook is about comes first: the first sentence that can be read alone, in the introduction or under the first
 * heading that isn't a question.
 */
function findIntroduction({ article, candidates }: ReadArticle): Candidate | undefined {
  const body = candidates.filter(({ sentence }) => sentence.start >= article.bodyStart);
  const [opening] = body;
  if (!opening || isQuestionHeading(article, opening.sentence.section)) return undefined;
  const dek = candidates.slice(0, candidates.length - body.length);
  const defining = dek.find(({ text, isStandalone }) => isStandalone && DEFINING.test(text));
  if (defining) return defining;
  const introduction = body
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
