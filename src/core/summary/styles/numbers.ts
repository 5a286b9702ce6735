// Figures of an article: each with what it counts.
import type { Article } from '../../text/article.js';
import type { Candidate } from '../candidates.js';
import { type DraftLine, toLine } from '../line.js';
import { cosine } from '../selection/term-vectors.js';
import { findDates } from './dates.js';

const FIGURE =
  /(?<![\p{L}\p{N}.,:/#-])(?:\p{Sc}\s?)?\p{N}+(?:[.,]\p{N}+)*(?:\s?(?:%|‰|\p{Sc}|°\s?[CF]?))?(?:\s(?:million|billion|trillion|thousand|hundred|percent|per cent|Millionen|Milliarden|Million|Milliarde|Tausend|Prozent|millions?|milliards?|mille|millones|millón|miles|por ciento)(?!\p{L}))?(?![\p{L}\p{N}:/-])/gu;
const NUMBER_WORDS =
  /(?<![\p{L}\p{N}-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a |one )?(?:hundred|thousand|million|billion|dozen)s?(?: of \p{L}+)?)(?: (?:hundred|thousand|million|billion))?(?![\p{L}-])/giu;
/** What is counted: one or two words behind the figure. */
const COUNTED = /^(?: (?:more|new|other|different))?(?: \p{L}[\p{L}'’-]*){1,2}/u;
const STOP =
  /^(?:and|or|of|in|on|at|to|from|for|by|with|the|a|an|is|are|was|were|will|would|has|have|had|be|been|that|which|who|per|as|than|but|when|while|after|before|until|it|they|he|she|und|oder|von|im|in|am|auf|zu|mit|bei|für|der|die|das|den|dem|ist|sind|war|waren|wird|werden|hat|haben|als|y|o|de|en|el|la|los|las|con|por|que|es|son|et|ou|dans|le|les|des|du|à|avec|pour|par|est|sont)$/iu;
const MAX_SIMILARITY = 0.7;
const MAX_FIGURES = 3;

/** The sentences with the most telling figures, in document order. The label has the figures, as they are written. */
export function numberLines(candidates: readonly Candidate[], maxLines: number): readonly DraftLine[] {
  const found = candidates
    .filter(({ isStandalone, needs }) => isStandalone && needs.length === 0)
    .map((candidate) => ({ candidate, figures: findFigures(candidate.text, candidate.article) }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => b.candidate.score + 0.01 * b.figures.length - (a.candidate.score + 0.01 * a.figures.length));
  const chosen: typeof found = [];
  for (const one of found) {
    if (chosen.length === maxLines) break;
    if (chosen.some(({ candidate }) => cosine(candidate.vector, one.candidate.vector) > MAX_SIMILARITY)) continue;
    chosen.push(one);
  }
  return chosen
    .toSorted((a, b) => a.candidate.sentence.start - b.candidate.sentence.start)
    .map(({ candidate, figures }) => toLine(candidate, figures.slice(0, MAX_FIGURES).join(' · ')));
}

/** Figures in a text, each with what it counts. Dates, years and times are none. */
export function findFigures(text: string, { language, published }: Pick<Article, 'language' | 'published'>): readonly string[] {
  const dates = findDates(text, { language, published });
  const patterns = language === 'en' ? [FIGURE, NUMBER_WORDS] : [FIGURE];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
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

function readCounted(rest: string, language: string): string {
  const words = (COUNTED.exec(rest)?.[0] ?? '').split(' ').slice(1);
  const kept: string[] = [];
  for (const word of words) {
    if (STOP.test(word)) break;
    kept.push(word);
    // English nouns that are counted are plural; German ones have a capital.
    if (language === 'en' ? /s$/u.test(word) : /^\p{Lu}/u.test(word)) break;
  }
  return kept.length === 0 ? '' : ` ${kept.join(' ')}`;
}
