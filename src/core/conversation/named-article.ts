// Reads messages that name an article by its title or kind: "sum up the ferry story", "who wrote the staff handbook?"

import { normalizeMessage, normalizeText } from './normalize-message.js';
import { COMPILED_PHRASES } from './phrases/compiled-phrases.js';

/** A message in which an article's name is replaced by a plain noun. */
export interface NamedArticle {
  /** Normalized, such as "sum up the article", with the noun of each language. */
  readonly texts: readonly string[];
  /** The words of the name, by which the article can be found. */
  readonly words: readonly string[];
  /** Whether the name has a noun for an article. Otherwise it may be a thing that the article is about. */
  readonly hasNoun: boolean;
  /** Whether the name has a word of a title. Otherwise it may be any text: "the report about the water". */
  readonly hasTitleWord: boolean;
}

const MIN_TITLE_WORD = 3;
/** The start of a compound such as "knödelrezept" must have this many letters. */
const MIN_COMPOUND_START = 4;
/** Kinds of text that are too special to be nouns for any article. */
const KINDS =
  'recipe press release flyer handout prospectus transcript rezept kochrezept pressemitteilung flyer receta ficha folleto recette communique';
/** One for each language that has phrases. */
const PLAIN_NOUNS = ['article', 'artikel', 'articulo'];
/** Stand between the parts of a name: "the interview with the mayor". */
export const CONNECTORS: ReadonlySet<string> = new Set(
  'of about on with from for by mit uber ubers ums furs beim von vom zum zur im de del al con sobre du des au aux avec sur le la les los las el der die das den dem the a an'.split(
    ' ',
  ),
);
/** Asks for a summary in so many words, whatever else is in the message. */
const SUMMARY_CUE =
  /(?:^| )(?:summar\p{L}*|sum (?:\p{L}+ )*up|sum up|tldr|tl dr|gist|recap|overview|(?:short|quick|brief) version|(?:main|key) (?:points?|facts?|ideas?)|nutshell|in (?:a )?(?:few|two|three|one|couple of) (?:sentences?|words|lines)|zusammenfass\p{L}*|fass\p{L}* (?:\p{L}+ )*zusammen|kurzfassung|kurzversion|uberblick|worum geht\p{L}*|wovon handelt|resumen|resum\p{L}+|de que (?:va|trata)|puntos (?:clave|principales)|de quoi (?:parle|s agit|il s agit)|points? (?:cles|essentiels?))(?: |$)|^(?:what is|what s|whats|what are) (?:\p{L}+ )+about$/u;

/** Whether a normalized message asks for a summary in so many words. */
export function asksForSummary(normalized: string): boolean {
  return SUMMARY_CUE.test(normalized);
}

/**
 * Replaces an article's name by a noun. Undefined if the message has none.
 * @param normalized from {@link normalizeMessage}
 * @param isKnownWord whether the articles have the word: then it can be part of a name
 */
export function replaceArticleName(
  normalized: string,
  titles: readonly string[],
  isKnownWord: (word: string) => boolean,
): NamedArticle | undefined {
  const functionWords = COMPILED_PHRASES.flatMap((phrases) => [...phrases.functionWords]);
  const isFunctionWord = (word: string) => functionWords.includes(word);
  const titleWords = new Set(
    titles.flatMap((title) =>
      normalizeMessage(title)
        .split(' ')
        .filter((word) => word.length >= MIN_TITLE_WORD && !isFunctionWord(word)),
    ),
  );
  const isTitleWord = (word: string) =>
    titleWords.has(word) || titleWords.has(`${word}s`) || titleWords.has(word.replace(/s$/u, ''));
  const isNoun = (word: string) => NOUNS.has(word) || isCompound(word, titleWords);
  const isPart = (word: string) =>
    isTitleWord(word) ||
    isNoun(word) ||
    (word.length >= MIN_TITLE_WORD && !isFunctionWord(word) && isKnownWord(word));
  const words = normalized.split(' ');
  let best: { readonly from: number; readonly to: number } | undefined;
  for (let from = 0; from < words.length; from += 1) {
    if (!isPart(words[from] ?? '')) continue;
    let to = from + 1;
    for (let at = to; at < words.length; at += 1) {
      const word = words[at] ?? '';
      // "the bridge one"
      if (isPart(word) || (word === 'one' && isTitleWord(words[at - 1] ?? ''))) to = at + 1;
      else if (!CONNECTORS.has(word)) break;
    }
    const name = words.slice(from, to);
    const isName =
      name.some(isTitleWord) ||
      name.some((word) => isCompound(word, titleWords)) ||
      (name.some(isNoun) && name.length > 1);
    if (isName && (!best || to - from > best.to - best.from)) best = { from, to };
    from = to;
  }
  if (!best) return undefined;
  const found = best;
  const name = words.slice(found.from, found.to);
  return {
    texts: PLAIN_NOUNS.map((noun) =>
      [...words.slice(0, found.from), noun, ...words.slice(found.to)].join(' '),
    ),
    words: name,
    hasNoun: name.some(isNoun) || name.at(-1) === 'one',
    hasTitleWord: name.some((word) => isTitleWord(word) || isCompound(word, titleWords)),
  };
}

/**
 * The articles whose titles have most words of a name. Empty if no title has any.
 */
export function findNamed<T extends { readonly title: string }>(
  words: readonly string[],
  articles: readonly T[],
): readonly T[] {
  const scored = articles.map((article) => {
    const title = ` ${normalizeText(article.title)} `;
    const own = words.filter((word) => !NOUNS.has(word) && !CONNECTORS.has(word) && isInTitle(word, title));
    return { article, score: own.length };
  });
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return most === 0 ? [] : scored.filter(({ score }) => score === most).map(({ article }) => article);
}

/** Nouns for an article, in all languages. */
export const NOUNS: ReadonlySet<string> = new Set([
  ...COMPILED_PHRASES.flatMap(({ articleNouns }) => [...articleNouns]),
  ...KINDS.split(' '),
]);

/** @param title normalized, with a space at both ends */
export function isInTitle(word: string, title: string): boolean {
  return word.length >= MIN_COMPOUND_START ? title.includes(word) : title.includes(` ${word} `);
}

/** Whether a word is made of a title's word and a noun for an article, as in German. */
export function isCompound(word: string, titleWords: ReadonlySet<string>): boolean {
  const noun = [...NOUNS].find(
    (one) => one.length > 3 && word.endsWith(one) && word.length - one.length >= MIN_COMPOUND_START,
  );
  if (noun === undefined) return false;
  const start = word.slice(0, -noun.length).replace(/s$/u, '');
  return [...titleWords].some((title) => title.includes(start));
}
