// Translates a question word by word into the language of an article, with the lexicon. Words that the lexicon lacks stay
// as they are, because most of them are names.
import type { Gloss } from '../../../core/ports.js';
import { type Token, tokenize } from '../words/analyzer.js';
import { findCognates } from './cognates.js';
import { openLexicon, separateWords, tokenizeWords } from './lexicon.js';
import { contentTerms, type Direction, findWords, isFunctionWord, type Option } from './word-options.js';

/** A question in the words of another language, in the order of its own. */
export interface Translation {
  readonly text: string;
  /** For a term of `text`, other terms that the word may stand for, with their match weights, 0…1. */
  readonly alternatives: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** A term of the translation, another one that may be meant, and its match weight. */
type Alternative = readonly [term: string, other: string, weight: number];

interface Context extends Direction {
  /** Terms of the articles. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Weight of a capitalized word as it stands, if the lexicon has it: it may be a name. */
const NAME_WEIGHT = 0.7;
const COGNATE_WEIGHT = 0.7;
/** Weight of a German compound that ends with a translation. */
const COMPOUND_WEIGHT = 0.65;
/** Shorter words end too many others. */
const MIN_COMPOUND_TAIL = 4;
const MIN_COMPOUND_HEAD = 3;
const OPENING_MARKS = /[¿¡]/gu;
const SPARE_SPACES = /\s+(?=[\s?!.,;:]|$)|^\s+/gu;

/**
 * Translates a question. Which meaning of a word is right can't be told from the question, so one that the articles have
 * is preferred.
 * @param vocabulary terms of the articles. Without it, the most usual meaning is chosen
 * @returns undefined if the lexicon lacks one of the languages, if both are the same, or if the question may as well be in
 * the articles' language
 */
export function translateQuestion(
  question: string,
  { from, to }: { readonly from: string; readonly to: string },
  vocabulary: ReadonlySet<string> = new Set(),
): Translation | undefined {
  const lexicon = openLexicon(from, to);
  if (!lexicon || countKnown(question, from, to) <= countKnown(question, to, from)) return undefined;
  const context = { from, to, lexicon, vocabulary };
  const text = separateWords(question, from);
  const tokens = tokenize(text, from);
  const alternatives: Alternative[] = [];
  let translated = '';
  let end = 0;
  for (let at = 0; at < tokens.length; ) {
    const { options, length } = findWords(tokens, at, context);
    const [first, last] = [tokens[at] as Token, tokens[at + length - 1] as Token];
    const word =
      options.length > 0 ? translateWord(options, first, at > 0, context) : keepWord(first, context);
    translated += `${text.slice(end, first.start)}${word.text}`;
    alternatives.push(...word.alternatives);
    end = last.start + last.surface.length;
    at += length;
  }
  translated += text.slice(end);
  return {
    text: translated.replace(OPENING_MARKS, '').replace(SPARE_SPACES, ''),
    alternatives: mergeAlternatives(alternatives),
  };
}

/** Translates a question for a search, when the articles aren't known yet. See {@link translateQuestion}. */
export function glossQuestion(question: string, from: string, to: string): Gloss | undefined {
  const translation = translateQuestion(question, { from, to });
  if (!translation) return undefined;
  const { text, alternatives } = translation;
  const others = [...alternatives.values()].flatMap((weights) => [...weights.keys()]);
  return { text, terms: [...contentTerms(text, to), ...others] };
}

/** How many words of the question are words of a language. The language of a short question is only a guess. */
function countKnown(question: string, language: string, other: string): number {
  const lexicon = openLexicon(language, other);
  const isKnown = (token: Token) => token.isStop || (lexicon?.find([token]).length ?? 0) > 0;
  return tokenizeWords(question, language).filter(isKnown).length;
}

interface TranslatedWord {
  readonly text: string;
  readonly alternatives: readonly Alternative[];
}

/** Translates a word, or the parts of a compound. */
function translateWord(
  words: readonly (readonly Option[])[],
  { surface }: Token,
  isInside: boolean,
  { from, to, vocabulary }: Context,
): TranslatedWord {
  const chosen = words.map((options) => chooseOption(options, vocabulary));
  // German capitalizes every noun, so a capital doesn't tell a name.
  const mayBeName = isInside && from !== 'de' && /^\p{Lu}/u.test(surface);
  const name = mayBeName ? contentTerms(surface, to) : [];
  const alternatives = chosen.flatMap(({ terms: [term, ...more] }, index) => {
    if (term === undefined || more.length > 0) return [];
    const singles = (words[index] ?? []).filter(({ terms }) => terms.length === 1);
    const others = singles.map(({ terms: [other = ''], weight }): Alternative => [term, other, weight]);
    const tails = [term, ...others.map(([, other]) => other)];
    const compounds = to === 'de' ? listCompounds(tails, vocabulary) : [];
    return [
      ...others,
      ...compounds.map((compound): Alternative => [term, compound, COMPOUND_WEIGHT]),
      ...name.map((own): Alternative => [term, own, NAME_WEIGHT]),
    ];
  });
  return { text: chosen.map(({ text }) => text).join(' '), alternatives };
}

/** A word that the lexicon lacks. Function words are dropped. */
function keepWord(token: Token, { from, to, vocabulary }: Context): TranslatedWord {
  if (isFunctionWord(token, from)) return { text: '', alternatives: [] };
  const text = toNumberFormat(token.surface, from, to);
  const alternatives = contentTerms(text, to).flatMap((term) =>
    findCognates(term, vocabulary).map((cognate): Alternative => [term, cognate, COGNATE_WEIGHT]),
  );
  return { text, alternatives };
}

/** Prefers what the articles have, then the most usual. A function word is best translated by another one. */
function chooseOption(options: readonly Option[], vocabulary: ReadonlySet<string>): Option {
  const [usual = { text: '', terms: [], weight: 0 }] = options;
  if (usual.terms.length === 0) return usual;
  const inArticles = options.filter(
    ({ terms }) => terms.length > 0 && terms.every((term) => vocabulary.has(term)),
  );
  return inArticles.reduce(
    (best, option) => (option.weight > best.weight ? option : best),
    inArticles[0] ?? usual,
  );
}

function listCompounds(tails: readonly string[], vocabulary: ReadonlySet<string>): readonly string[] {
  const long = tails.filter(({ length }) => length >= MIN_COMPOUND_TAIL);
  return [...vocabulary].filter((term) =>
    long.some((tail) => term.length >= tail.length + MIN_COMPOUND_HEAD && term.endsWith(tail)),
  );
}

/** For each term, the others with their highest weight. */
function mergeAlternatives(alternatives: readonly Alternative[]): Translation['alternatives'] {
  const byTerm = new Map<string, Map<string, number>>();
  for (const [term, other, weight] of alternatives) {
    if (other === term) continue;
    const weights = byTerm.get(term) ?? new Map<string, number>();
    weights.set(other, Math.max(weights.get(other) ?? 0, weight));
    byTerm.set(term, weights);
  }
  return byTerm;
}

/** English writes "1,000.5" where the others write "1.000,5". */
function toNumberFormat(word: string, from: string, to: string): string {
  if ((from === 'en') === (to === 'en') || !/^\p{N}/u.test(word)) return word;
  return word.replace(/[.,]/gu, (mark) => (mark === '.' ? ',' : '.'));
}
