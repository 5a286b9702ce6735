// Highlights the exact phrase that answers, such as a number, a date or a name, if the sentence has only one
// candidate.

import type { Question } from '../../core/ranking-ports.js';
import type { Span } from '../../core/text/article.js';
import type { Evidence } from '../../core/writing-ports.js';
import { classifyAnswerType } from './question/answer-type.js';
import { tokenize } from './words/analyzer.js';

const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const NUMBER = '\\d+(?:[.,]\\d+)*';
const COUNT =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const MANY = 'hundred|thousand|million|billion|trillion';
const AMOUNT = `(?:${NUMBER}(?: (?:${MANY}))*|(?:${COUNT})(?:[ -](?:${COUNT}|${MANY}))*)`;
const DATE = `(?:(?:\\d{1,2}(?:st|nd|rd|th|\\.)? )?(?:${MONTH})(?:,? \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,? \\d{4})?|(?:1\\d|20)\\d\\d)`;
/** Capitalised words, optionally joined by particles as in "Duke of York". */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:(?: (?:of|de|von|van|der|the|la|al|bin|and))? \\p{Lu}[\\p{L}\\p{M}'’-]*)*";

const wholeWord = (pattern: string, flags = 'giu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags);

/** What the answer to each type of question looks like. */
const PATTERNS = {
  when: wholeWord(DATE),
  year: wholeWord('(?:1\\d|20)\\d\\d'),
  percent: new RegExp(`(?<![\\p{L}\\p{N}.])${NUMBER} ?(?:%|per ?cent)`, 'giu'),
  money: new RegExp(
    `(?:[$€£¥] ?${NUMBER}(?: (?:${MANY}))?|${AMOUNT} (?:dollars|euros|pounds|yen|rubles))(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  number: wholeWord(AMOUNT),
  who: wholeWord(NAME, 'gu'),
} as const;

/** Text after a number that shows it counts something else than the question asks for. */
const OTHER_UNIT = /^(?: ?%| ?per ?cent|(?:st|nd|rd|th)\b)/iu;

/**
 * Finds the answering phrase as a span of the article. Returns undefined if there is no candidate or more
 * than one. docs/ranking.md says how often it is right.
 */
export function highlight(
  { text: question, language }: Question,
  { article, start, end }: Evidence,
): Span | undefined {
  const type = readPhraseType(question, language);
  if (!type) return undefined;
  const sentence = article.text.slice(start, end);
  const queryTerms = new Set(tokenize(question, article.language).map(({ term }) => term));
  const found = [...sentence.matchAll(PATTERNS[type])].flatMap(({ 0: phrase, index }) => {
    const after = sentence.slice(index + phrase.length);
    if (type === 'number' && (OTHER_UNIT.test(after) || /^(?:1\d|20)\d\d$/.test(phrase))) return [];
    const terms = tokenize(phrase, article.language).filter(({ isStop }) => !isStop);
    if (type === 'who' && !isName(phrase, index, sentence)) return [];
    return terms.length === 0 || terms.some(({ term }) => queryTerms.has(term)) ? [] : [{ phrase, index }];
  });
  const distinct = new Set(found.map(({ phrase }) => phrase));
  const [first] = found;
  if (distinct.size !== 1 || !first) return undefined;
  // A single capitalised word can be a people or a school. It competes with full names but is never
  // highlighted.
  if (type === 'who' && !/\s/.test(first.phrase)) return undefined;
  return { start: start + first.index, end: start + first.index + first.phrase.length };
}

/** Chooses the pattern that answers the question, if there is one. */
function readPhraseType(question: string, language: string): keyof typeof PATTERNS | undefined {
  const type = classifyAnswerType(question, language);
  if (type === 'when' && /(?:what|which) year/i.test(question)) return 'year';
  // Only "who" reliably asks for a person's name. "What is the name of …" can ask for a thing's.
  if (
    type === 'who' &&
    !/^\W*(?:who|whom|wer|qui|quién|chi|quem|cine|kim)\s(?!(?:are|were|sind|waren|sont)(?![\p{L}]))/iu.test(
      question,
    )
  )
    return undefined;
  // The number alone rarely answers "How much older?" or "How much of …?".
  if (type === 'number' && /how much/i.test(question)) return undefined;
  return type in PATTERNS ? (type as keyof typeof PATTERNS) : undefined;
}

/** The first word of a sentence is always capitalised, so a name needs at least two words there. */
function isName(phrase: string, index: number, sentence: string): boolean {
  const opens = /^\P{L}*$/u.test(sentence.slice(0, index));
  return !opens || /\s/.test(phrase);
}
