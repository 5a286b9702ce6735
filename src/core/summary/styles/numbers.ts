// Figures of an article: each with what it counts.
import { tag } from '../../grounding/verifier/parse/tagger.js';
import { numberWordsOf } from '../../grounding/verifier/words/number-words.js';
import type { Article, Span } from '../../text/article.js';
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
  /^(?:and|or|of|in|on|at|to|from|for|by|with|the|a|an|is|are|was|were|will|would|has|have|had|be|been|that|which|who|per|as|than|but|when|while|after|before|until|it|they|he|she|und|oder|von|im|in|am|auf|zu|mit|bei|für|der|die|das|den|dem|ist|sind|war|waren|wird|werden|hat|haben|als|(?:dies|jen|ein|kein|sein|ihr|mein|unser)\p{L}*|y|o|de|en|el|la|los|las|con|por|que|es|son|et|ou|dans|le|les|des|du|à|avec|pour|par|est|sont)$/iu;
const MAX_FIGURES = 3;
const IRREGULAR_PLURAL = /^(?:people|children|men|women|percent|cent)$/u;
const CLOCK =
  /(?<![\p{L}\p{N}])(?:(?:from |between |von |de )?(?:\p{N}{1,2}|\p{L}+)(?: to | and | until |–|-| bis | und | a | à ))?(?:\p{N}{1,2}(?:[.:]\p{N}{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:Uhr|a\.?m\.?|p\.?m\.?|heures|horas|h)(?!\p{L})| o['’]clock| in the (?:morning|afternoon|evening)| at night)|(?<=(?:until|till) )(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= at night| in the)/giu;

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

/**
 * Figures in a text, each with what it counts. Dates, years and times are none, nor is a number that is a name: "Bus 14".
 */
function findFigures(text: string, { language }: Pick<Article, 'language'>): readonly string[] {
  const times = [...findTimes(text, { language }), ...findClockTimes(text)];
  const digits = [...text.matchAll(FIGURE)];
  const isFree = (at: number) =>
    !digits.some(({ 0: figure, index }) => at >= index && at < index + figure.length);
  const words = [...text.matchAll(numberWordPattern(language))].filter(({ index }) => isFree(index));
  const nouns = language === 'en' ? nounsOf(text) : undefined;
  return [...digits, ...words]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ 0: figure, index }) => {
      const end = index + figure.length;
      if (times.some((time) => index < time.end && end > time.start)) return [];
      if (isName(text, figure, index, nouns)) return [];
      const isBare = /^\p{N}+$/u.test(figure);
      const counted = readCounted(text, end, language, nouns);
      if (isBare && (counted === '' || /^(?:1[5-9]|20)\p{N}\p{N}$/u.test(figure))) return [];
      if (!/\p{N}/u.test(figure) && counted === '') return [];
      return [`${figure}${counted}`];
    });
}

/** "18 Uhr", "9 to 13 o'clock", "six in the morning", "10 a.m.": times of day. */
function findClockTimes(text: string): readonly Span[] {
  return [...text.matchAll(CLOCK)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** "Bus 14 stops", "gate 2", "the Wriggle Two": the number belongs to a name. */
function isName(text: string, figure: string, at: number, nouns: NounTest | undefined): boolean {
  const before = /(?<!\p{L})\p{L}[\p{L}'’-]*(?= $)/u.exec(text.slice(0, at));
  if (!before) return false;
  const isDigits = /^\p{N}+$/u.test(figure);
  if (!isDigits) return /^\p{Lu}/u.test(figure) && /^\p{Lu}/u.test(before[0]);
  if (nouns) return nouns(before.index) === 'singular';
  return /^\p{Lu}/u.test(before[0]) && before.index > 0;
}

/** What kind of noun a word is that starts at an offset; undefined for other words. */
type NounTest = (at: number) => 'singular' | 'plural' | 'other' | undefined;

function nounsOf(text: string): NounTest {
  const words = tag(text.replace(/[’‘]/gu, "'"));
  return (at) => {
    const word = words.find(({ start }) => start === at);
    if (!word) return undefined;
    if (word.pos === 'ADJ' || word.pos === 'ADV') return 'other';
    if (word.pos !== 'NOUN' && word.pos !== 'PROPN') return undefined;
    const isPlural = word.pos === 'NOUN' ? word.lemma !== word.text.toLowerCase() : true;
    return IRREGULAR_PLURAL.test(word.text) || (isPlural && /[^sui]s$/u.test(word.text))
      ? 'plural'
      : 'singular';
  };
}

/** English nouns that are counted are plural; German ones have a capital. */
function isCountedNoun(word: string, at: number, language: string, nouns: NounTest | undefined): boolean {
  if (nouns) return nouns(at) === 'plural' && !/^(?:times|ones)$/u.test(word);
  return language === 'de' ? /^\p{Lu}/u.test(word) : /[sx]$/u.test(word) && !/^veces$/u.test(word);
}

/** "zweiten" isn't "zwei". */
const isOrdinal = (word: string, language: string): boolean =>
  language === 'de' && /(?:t|st)(?:e|en|er|es|em)$/u.test(word);

const wordPatterns = new Map<string, RegExp>();

/** Numbers from two in words. */
function numberWordPattern(language: string): RegExp {
  if (language === 'en') return NUMBER_WORDS;
  const known = wordPatterns.get(language);
  if (known) return known;
  const words = [...numberWordsOf(language)].flatMap(([word, { value, kind }]) =>
    value > 1 && kind === 'small' && /^\p{L}{3,}$/u.test(word) && !isOrdinal(word, language) ? [word] : [],
  );
  const pattern =
    words.length === 0
      ? /(?!)/gu
      : new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}-])`, 'giu');
  wordPatterns.set(language, pattern);
  return pattern;
}

function readCounted(text: string, end: number, language: string, nouns: NounTest | undefined): string {
  const words = (COUNTED.exec(text.slice(end))?.[0] ?? '').split(' ').slice(1);
  const kept: string[] = [];
  let at = end + 1;
  for (const word of words) {
    if (STOP.test(word) || (nouns && nouns(at) === undefined)) break;
    kept.push(word);
    if (isCountedNoun(word, at, language, nouns)) return ` ${kept.join(' ')}`;
    at += word.length + 1;
  }
  return '';
}
