// Figures of an article: each with what it counts.
import { numberWordsOf } from '../../grounding/verifier/words/number-words.js';
import type { Article } from '../../text/article.js';
import type { Candidate } from '../candidates.js';
import { type DraftLine, toLine } from '../line.js';
import { chooseLabelled } from '../selection/choose-labelled.js';
import { findTimes } from './dates.js';

const FIGURE =
  /(?<![\p{L}\p{N}.,:/#-])(?:\p{Sc}\s?)?\p{N}+(?:[.,]\p{N}+)*(?:\s?(?:%|‰|\p{Sc}|°\s?[CF]?))?(?:\s(?:million|billion|trillion|thousand|hundred|percent|per cent|Millionen|Milliarden|Million|Milliarde|Tausend|Prozent|millions?|milliards?|mille|millones|millón|miles|por ciento)(?!\p{L})(?: (?:de |d['’])\p{L}+)?)?(?![\p{L}\p{N}:/-])/gu;
const NUMBER_WORDS =
  /(?<![\p{L}\p{N}-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )?(?:hundred|thousand|million|billion|dozen)s?(?: of \p{L}+)?)(?: (?:hundred|thousand|million|billion))?(?![\p{L}-])/giu;
/** What is counted: one or two words behind the figure. */
const COUNTED = /^(?: (?:more|new|other|different))?(?: \p{L}[\p{L}'’-]*){1,2}/u;
const STOP =
  /^(?:and|or|of|in|on|at|to|from|for|by|with|the|a|an|is|are|was|were|will|would|has|have|had|be|been|that|which|who|per|as|than|but|when|while|after|before|until|it|they|he|she|und|oder|von|im|in|am|auf|zu|mit|bei|für|der|die|das|den|dem|ist|sind|war|waren|wird|werden|hat|haben|als|y|o|de|en|el|la|los|las|con|por|que|es|son|et|ou|dans|le|les|des|du|à|avec|pour|par|est|sont)$/iu;
const MAX_FIGURES = 3;

/** The sentences with the most telling figures, in document order. The label has the figures, as they are written. */
export function numberLines(candidates: readonly Candidate[], maxLines: number): readonly DraftLine[] {
  const found = candidates
    .map((candidate) => ({ candidate, figures: findFigures(candidate.text, candidate.article) }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => telling(b) - telling(a));
  const chosen = chooseLabelled(found, {
    maxLines,
    compare: (a, b) => a.candidate.sentence.start - b.candidate.sentence.start,
    isRepeated: ({ figures }, lines) =>
      figures.every((figure) =>
        lines.some((line) => line.figures.join().toLowerCase().includes(figure.toLowerCase())),
      ),
  });
  return chosen.map(({ candidate, figures }) => toLine(candidate, figures.slice(0, MAX_FIGURES).join(' · ')));
}

/** Several figures in one sentence say more. */
const telling = ({
  candidate,
  figures,
}: {
  readonly candidate: Candidate;
  readonly figures: readonly string[];
}): number => candidate.score + 0.01 * figures.length;

/** Figures in a text, each with what it counts. Dates, years and times are none. */
function findFigures(text: string, { language }: Pick<Article, 'language'>): readonly string[] {
  const dates = findTimes(text, { language });
  const digits = [...text.matchAll(FIGURE)];
  const isFree = (at: number) =>
    !digits.some(({ 0: figure, index }) => at >= index && at < index + figure.length);
  const words = [...text.matchAll(numberWordPattern(language))].filter(({ index }) => isFree(index));
  return [...digits, ...words]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ 0: figure, index }) => {
      const end = index + figure.length;
      if (dates.some((date) => index < date.end && end > date.start)) return [];
      // A year, or the number of a bus, a page or a rule.
      const isBare = /^\p{N}+$/u.test(figure);
      const counted = readCounted(text.slice(end), language);
      if (isBare && (counted === '' || /^(?:1[5-9]|20)\p{N}\p{N}$/u.test(figure))) return [];
      if (!/\p{N}/u.test(figure) && counted === '') return [];
      return [`${figure}${counted}`];
    });
}

function isCountedNoun(word: string, language: string): boolean {
  if (language === 'en') return /[^s]s$|^(?:people|children|men|women|percent|cent)$/u.test(word);
  return language === 'de' ? /^\p{Lu}/u.test(word) : /[sx]$/u.test(word);
}

const wordPatterns = new Map<string, RegExp>();

/** Numbers from two in words. */
function numberWordPattern(language: string): RegExp {
  if (language === 'en') return NUMBER_WORDS;
  const known = wordPatterns.get(language);
  if (known) return known;
  const words = [...numberWordsOf(language)].flatMap(([word, { value, kind }]) =>
    value > 1 && kind === 'small' && /^\p{L}{3,}$/u.test(word) ? [word] : [],
  );
  const pattern =
    words.length === 0
      ? /(?!)/gu
      : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}-])`, 'giu');
  wordPatterns.set(language, pattern);
  return pattern;
}

function readCounted(rest: string, language: string): string {
  const words = (COUNTED.exec(rest)?.[0] ?? '').split(' ').slice(1);
  const kept: string[] = [];
  for (const word of words) {
    if (STOP.test(word)) break;
    kept.push(word);
    // English nouns that are counted are plural; German ones have a capital.
    if (isCountedNoun(word, language)) return ` ${kept.join(' ')}`;
  }
  return '';
}
