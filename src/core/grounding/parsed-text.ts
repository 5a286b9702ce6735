// A text as the check sees it: words with their terms, numbers, dates and quoted phrases.
import type { Analyzer } from '../ports.js';
import { type DateMention, readDates } from './mentions/dates.js';
import { type NumberMention, readNumbers } from './mentions/numbers.js';
import { readQuotes } from './mentions/quotes.js';
import { foldName } from './mentions/romanize.js';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** Stemmed; none for a stop word, several where a script writes words without spaces. */
  readonly terms: readonly string[];
  /** Opens the sentence, a quotation or a clause after a colon, where any word has a capital. */
  readonly isOpening: boolean;
  /** Part of a number or date, which are compared as such. */
  readonly isFigure: boolean;
}

export interface ParsedText {
  readonly text: string;
  readonly language: string;
  readonly words: readonly Word[];
  readonly terms: ReadonlySet<string>;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly string[];
}

/** Hyphens part words, and so do elided articles: "l'Ukraine". */
const WORD =
  /(?:[LldDqQsSnNcCjJmMtT]|[Qq]u|dell|nell|all|sull|un)(?=['’]\p{L}{3})|(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const OPENS = /(?:^|[.!?…:]["”’»)\]]*\s+|["“«„‘([¿¡]\s*|[-–—•*]\s+)["“«„‘(]*$/u;

/** @param language ISO 639-1; what the words are stemmed in */
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
      isOpening: OPENS.test(text.slice(Math.max(0, index - 6), index)),
      isFigure: figures.some((figure) => figure.start < end && index < figure.end),
    };
  });
  return {
    ...{ text, language, words, numbers, dates },
    terms: new Set(words.flatMap((word) => word.terms)),
    quotes: readQuotes(text),
  };
}

/** Whether a number must be held up by evidence: "one" and "both" in letters mostly say no number. */
export function needsEvidence({ isWord, isLoose, values }: NumberMention): boolean {
  if (isLoose) return false;
  return !isWord || values.every((value) => value > 1);
}

/**
 * The language out of several that a text is most likely in: the one whose stop words make up most of it, the first
 * where that does not tell. A sentence is too short for what tells the language of an article.
 */
export function chooseLanguage(text: string, languages: readonly string[], analyzer: Analyzer): string {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const stopShare = (language: string) =>
    words.filter((word) => analyzer.terms(word.toLowerCase(), language).length === 0).length;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = (text.match(/\p{sc=Latin}/gu)?.length ?? 0) * 2 >= letters;
  const sameScript = languages.filter((language) => isWrittenInLatin(language) === isLatin);
  let [best = languages[0] ?? 'und'] = sameScript;
  let most = stopShare(best);
  for (const language of sameScript.slice(1)) {
    const share = stopShare(language);
    if (share > most) [best, most] = [language, share];
  }
  return best;
}

function isWrittenInLatin(language: string): boolean {
  return language === 'und' || new Intl.Locale(language).maximize().script === 'Latn';
}
