// Parses a text for grounding: words with their terms, numbers, dates and quoted phrases.
import type { Analyzer } from '../ports.js';
import { type DateMention, readDates } from './mentions/dates.js';
import { type NumberMention, readNumbers } from './mentions/numbers.js';
import { readQuotes } from './mentions/quotes.js';
import { foldName } from './mentions/romanize.js';

/** A word of a text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** Stemmed. Empty for a stop word, several in scripts without spaces. */
  readonly terms: readonly string[];
  /** Starts a sentence, a quotation or a clause after a colon, where any word may have a capital. */
  readonly isOpening: boolean;
  /** Part of a number or date, which are compared separately. */
  readonly isFigure: boolean;
}

/** A text and everything that grounding compares in it. */
export interface ParsedText {
  readonly text: string;
  readonly language: string;
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly string[];
}

/** Words are split at hyphens and after elided articles ("l'Ukraine"). */
const WORD =
  /(?:[LldDqQsSnNcCjJmMtT]|[Qq]u|dell|nell|all|sull|un)(?=['’]\p{L}{3})|(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const OPENING_CONTEXT = /(?:^|[.!?…:]["”’»)\]]*\s+|["“«„‘([¿¡]\s*|[-–—•*]\s+)["“«„‘(]*$/u;

/**
 * Parses a text.
 * @param language ISO 639-1 code, for stemming and for number and month names
 */
export function parseText(text: string, language: string, analyzer: Analyzer): ParsedText {
  const numbers = readNumbers(text, language);
  const dates = readDates(text, language);
  const figures = [...numbers.filter(needsEvidence), ...dates];
  const words = [...text.matchAll(WORD)].map(({ 0: surface, index }): Word => {
    const end = index + surface.length;
    return {
      ...{ start: index, end, surface },
      folded: foldName(surface.replace(/(?<=\p{L})['’](?:s|S)?$/u, '')),
      terms: analyzer.terms(surface, language),
      isOpening: OPENING_CONTEXT.test(text.slice(Math.max(0, index - 6), index)),
      isFigure: figures.some((figure) => figure.start < end && index < figure.end),
    };
  });
  return {
    ...{ text, language, words, numbers, dates },
    terms: new Set(words.flatMap((word) => word.terms)),
    quotes: readQuotes(text),
  };
}

/** Whether a number needs support from the evidence. Words such as "one" and "both" often aren't meant as numbers. */
export function needsEvidence({ isWord, isOptional, values }: NumberMention): boolean {
  if (isOptional) return false;
  return !isWord || values.every((value) => value > 1);
}

/**
 * Chooses the language whose stop words are most frequent in the text; the first one if they are equal. A sentence is
 * too short for the usual language detection.
 */
export function chooseLanguage(text: string, languages: readonly string[], analyzer: Analyzer): string {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const countStopWords = (language: string) =>
    words.filter((word) => analyzer.terms(word.toLowerCase(), language).length === 0).length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = (text.match(/\p{sc=Latin}/gu)?.length ?? 0) * 2 >= letters;
  const sameScript = languages.filter((language) => isWrittenInLatin(language) === isLatin);
  let [best = languages[0] ?? 'und'] = sameScript;
  let most = countStopWords(best);
  for (const language of sameScript.slice(1)) {
    const share = countStopWords(language);
    if (share > most) [best, most] = [language, share];
  }
  return best;
}

function isWrittenInLatin(language: string): boolean {
  return language === 'und' || new Intl.Locale(language).maximize().script === 'Latn';
}
