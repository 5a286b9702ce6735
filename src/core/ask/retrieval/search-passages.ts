// Search: the passages that match a query, with "exact phrases" and -excluded words.
import { linkTo } from '../../links/link-to-span.js';
import type { Scope } from '../../ports.js';
import type { RankedSentence } from '../../ranking-ports.js';
import { readQuestion } from '../read-question.js';
import { type RetrieveDependencies, retrieve } from './retrieve.js';

/** A matching passage and its best sentence, both as spans of the article. */
export interface SearchResult {
  readonly articleId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * 0 to 1: how relevant the best sentence is. Results are ordered by paragraph, so this doesn't always fall from one
   * result to the next.
   */
  readonly similarity: number;
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  readonly url?: string | undefined;
  /** Opens `url` at the sentence, by a text fragment. At most 512 characters. */
  readonly link?: string | undefined;
  /** In a paged document, the page of the sentence as printed, such as `12`. */
  readonly page?: string | undefined;
}

/** The best results, and how many passages matched in all. In large libraries, only the best 20 are looked at. */
export type SearchResults = readonly SearchResult[] & { readonly total: number };

/** What a search query asks for. */
interface SearchQuery {
  /** The words to look for, those of the phrases included. */
  readonly text: string;
  /** Each must be in the passage, in any case. */
  readonly phrases: readonly string[];
  /** None may be in the passage, in any case. */
  readonly excluded: readonly string[];
}

/** A passage without any of the words matches if an embedding model finds it at least this similar. */
const MIN_SIMILARITY = 0.5;
const TERM = /(?<!\S)([-−–])?(?:["“„«]\s*([^"”“»]+?)\s*["”“»]|(\S+))/gu;

/** Reads quotation marks and minus signs. A minus sign counts only in front of a word: "-rain", not "e-bike". */
function readSearchQuery(query: string): SearchQuery {
  const phrases: string[] = [];
  const excluded: string[] = [];
  const words: string[] = [];
  for (const [whole, minus, phrase, word] of query.matchAll(TERM)) {
    const text = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (minus) excluded.push(text);
    else if (phrase) phrases.push(phrase);
    else words.push(whole);
  }
  return { text: [...words, ...phrases].join(' '), phrases, excluded };
}

/** Finds passages, best first. Only those that share a word with the query, or are close to it by meaning, match. */
export async function searchPassages(
  query: string,
  {
    scope,
    limit,
    signal,
  }: { readonly scope: Scope; readonly limit: number; readonly signal?: AbortSignal | undefined },
  parts: RetrieveDependencies,
): Promise<SearchResults> {
  const { text, phrases, excluded } = readSearchQuery(query);
  const { paragraphs } = await retrieve(readQuestion(text, [], parts.engine), scope, parts, signal);
  // A passage with several paragraphs takes the rank of its best one: reversed, so that the best is set last.
  const bestOf = new Map(paragraphs.toReversed().map((best) => [best.match, best]));
  const matching = [...new Set(paragraphs.map(({ match }) => match))].filter((match) => {
    const own = paragraphs.filter((sentence) => sentence.match === match);
    const passage = normalize(match.article.text.slice(match.passage.start, match.passage.end));
    return (
      own.some((sentence) => isMatch(sentence, parts)) &&
      phrases.every((phrase) => contains(passage, phrase)) &&
      !excluded.some((phrase) => contains(passage, phrase))
    );
  });
  const results = matching.slice(0, Math.max(0, limit)).flatMap((match): SearchResult[] => {
    const best = bestOf.get(match);
    return best ? [toResult(best)] : [];
  });
  return Object.assign(results, { total: matching.length });
}

function isMatch({ signals, match }: RankedSentence, { engine }: RetrieveDependencies): boolean {
  const isClose = engine.embedder.isRemote === true && match.similarity >= MIN_SIMILARITY;
  return isClose || match.textScore > 0 || (signals?.coverage ?? 1) > 0;
}

function toResult({ match, start, end, relevance }: RankedSentence): SearchResult {
  const { id, title, text } = match.article;
  const { passage } = match;
  return {
    ...{ articleId: id, title, start: passage.start, end: passage.end, similarity: relevance },
    text: text.slice(passage.start, passage.end),
    sentence: { start, end, text: text.slice(start, end) },
    ...linkTo(match.article, { start, end }),
  };
}

function contains(passage: string, phrase: string): boolean {
  const words = normalize(phrase);
  const at = passage.indexOf(words);
  if (at < 0) return false;
  const isLetter = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? ' ');
  for (let from = at; from >= 0; from = passage.indexOf(words, from + 1)) {
    if (!isLetter(passage[from - 1]) && !isLetter(passage[from + words.length])) return true;
  }
  return false;
}

function normalize(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim();
}
