// The exact phrase of a sentence that answers: a number, a date, a name, where only one there can be what is queryTerms for.

import type { Evidence, Question } from '../../core/ports.js';
import type { Span } from '../../core/text/article.js';
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
/** Capitalised words, joined by small ones as in "Duke of York". */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:(?: (?:of|de|von|van|der|the|la|al|bin|and))? \\p{Lu}[\\p{L}\\p{M}'’-]*)*";

const wholeWord = (pattern: string, flags = 'giu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags);

/** What each type of question asks for, as it is written. */
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

/** After a number, it counts something else than what is queryTerms how many of. */
const OTHER_UNIT = /^(?: ?%| ?per ?cent|(?:st|nd|rd|th)\b)/iu;

/**
 * The phrase of the sentence, as a span of its article, or undefined where none or more than one could be it.
 * How often it is right: docs/ranking.md.
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
  // One word with a capital may be a people or a school: a rival to a full name, but not shown.
  if (type === 'who' && !/\s/.test(first.phrase)) return undefined;
  return { start: start + first.index, end: start + first.index + first.phrase.length };
}

/** Which pattern answers the question, if any does. */
function readPhraseType(question: string, language: string): keyof typeof PATTERNS | undefined {
  const type = classifyAnswerType(question, language);
  if (type === 'when' && /(?:what|which) year/i.test(question)) return 'year';
  // "Who" alone asks for a name: "What is the name of …" may ask for a thing's.
  if (
    type === 'who' &&
    !/^\W*(?:who|whom|wer|qui|quién|chi|quem|cine|kim)\s(?!(?:are|were|sind|waren|sont)(?![\p{L}]))/iu.test(
      question,
    )
  )
    return undefined;
  // "How much older?", "How much of …?": the number alone seldom says it.
  if (type === 'number' && /how much/i.test(question)) return undefined;
  return type in PATTERNS ? (type as keyof typeof PATTERNS) : undefined;
}

/** A sentence's first word has a capital whatever it is, so there a name has two. */
function isName(phrase: string, index: number, sentence: string): boolean {
  const opens = /^\P{L}*$/u.test(sentence.slice(0, index));
  return !opens || /\s/.test(phrase);
}
