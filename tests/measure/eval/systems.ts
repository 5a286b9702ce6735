// The evaluated systems behind one interface: given a question, they rank paragraphs and sentences of an
// article or a set.
import MiniSearch from 'minisearch';
import type { Embedder } from '../../../src/core/ports.js';
import { canonicalText } from '../../../src/core/text/article.js';
import { splitIntoPassages } from '../../../src/core/text/passage.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { stemmerOf } from '../../../src/engines/builtin/words/stemmer.js';
import { createStock, type StockChunk } from './langchain-stock.js';
import { layOut, type SetArticle } from './question-set.js';

/** Identifies a paragraph of a set: `article:index`. */
export type ParagraphKey = string;

export interface Ranked {
  /** Best first, without duplicates. */
  readonly paragraphs: readonly ParagraphKey[];
  /** Best first. */
  readonly sentences: readonly string[];
}

export interface System {
  readonly name: string;
  /** Searches one article, or all articles of the set if it is undefined. */
  rank(question: string, article: SetArticle | undefined): Promise<Ranked>;
}

/** An article's text as it is indexed. */
export function textOf(article: SetArticle): string {
  return layOut(article).text;
}

/** Maps an offset in the article's text to its paragraph. */
export function createLocator(article: SetArticle): (offset: number) => ParagraphKey {
  const { ends } = layOut(article);
  return (offset) => `${article.id}:${ends.findIndex((end) => offset < end)}`;
}

/** Detects a text's language, so that every system gets the same sentences. */
export type LanguageOf = (text: string) => string;

/** BM25 as minisearch is most often used: split at spaces and punctuation, without stemming. */
export function createPlainBm25(articles: readonly SetArticle[], languageOf: LanguageOf): System {
  return createBm25('BM25, plain', articles, languageOf, () => ({}));
}

/** A strong classical baseline: BM25 over ICU words, stemmed if there is a Snowball stemmer. */
export function createIcuBm25(articles: readonly SetArticle[], languageOf: LanguageOf): System {
  return createBm25('BM25, ICU words, stemmed', articles, languageOf, (language) => {
    const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
    const stem = stemmerOf(language);
    return {
      tokenize: (words) =>
        [...segmenter.segment(words)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
      processTerm: (word) => stem(word.toLowerCase()) || null,
    };
  });
}

interface WordOptions {
  readonly tokenize?: (text: string) => string[];
  readonly processTerm?: (word: string) => string | null;
}

function createBm25(
  name: string,
  articles: readonly SetArticle[],
  languageOf: LanguageOf,
  optionsFor: (language: string) => WordOptions,
): System {
  const index = (of: readonly SetArticle[]) => {
    const language = languageOf(of[0] ? textOf(of[0]) : '');
    const options = { fields: ['text'], ...optionsFor(language) };
    const paragraphs = new MiniSearch<{ id: string; text: string }>(options);
    const sentences = new MiniSearch<{ id: string; text: string }>(options);
    const texts = new Map<string, string>();
    for (const { id, paragraphs: parts } of of) {
      for (const [number, text] of parts.map(canonicalText).entries()) {
        paragraphs.add({ id: `${id}:${number}`, text });
        for (const sentence of sentencesOf(text, language)) {
          const key = String(texts.size);
          texts.set(key, sentence);
          sentences.add({ id: key, text: sentence });
        }
      }
    }
    return (question: string): Ranked => ({
      paragraphs: paragraphs.search(question).map(({ id }) => String(id)),
      sentences: sentences.search(question).map(({ id }) => texts.get(String(id)) ?? ''),
    });
  };
  const search = keepLast(index, articles);
  return { name, rank: async (question, article) => search(article)(question) };
}

/** LangChain's stock pipeline. It doesn't rank sentences, so those of its best chunk are used in order. */
export function createStockSystem(
  articles: readonly SetArticle[],
  embedder: Embedder,
  languageOf: LanguageOf,
): System {
  const index = async (of: readonly SetArticle[]) => {
    const texts = of.map(textOf);
    const stock = await createStock(texts, embedder);
    const paragraphs = locateChunks(of, texts, stock.chunks);
    return async (question: string): Promise<Ranked> => {
      const ranked = stock.search(await embedder.embedQuery(question));
      const best = ranked[0]?.content ?? '';
      return {
        paragraphs: [...new Set(ranked.flatMap((chunk) => paragraphs.get(chunk) ?? []))],
        sentences: sentencesOf(best, languageOf(best)),
      };
    };
  };
  const search = keepLast(index, articles);
  return {
    name: 'LangChain stock',
    rank: async (question, article) => (await search(article))(question),
  };
}

/**
 * Splits sentences as Footnote cites them. Those too long for a passage, as in Thai without full stops, are
 * cut into pieces.
 */
function sentencesOf(text: string, language: string): string[] {
  return splitIntoPassages(text, splitIntoSentences(text, language))
    .flatMap(({ sentences }) => sentences)
    .map(({ start, end }) => text.slice(start, end));
}

/** The paragraph at the middle of each chunk, where most of it comes from. */
function locateChunks(
  articles: readonly SetArticle[],
  texts: readonly string[],
  chunks: readonly StockChunk[],
): ReadonlyMap<StockChunk, ParagraphKey> {
  const locators = articles.map(createLocator);
  const found = new Map<StockChunk, ParagraphKey>();
  let [text, from] = [-1, 0];
  for (const chunk of chunks) {
    if (chunk.text !== text) [text, from] = [chunk.text, 0];
    const at = Math.max(0, (texts[text] ?? '').indexOf(chunk.content, from));
    from = at + 1;
    const key = locators[text]?.(at + Math.floor(chunk.content.length / 2));
    if (key !== undefined) found.set(chunk, key);
  }
  return found;
}

/**
 * Indexes the whole set once and caches the index of the last single article, because questions come article
 * by article.
 */
function keepLast<Index>(
  index: (articles: readonly SetArticle[]) => Index,
  all: readonly SetArticle[],
): (article: SetArticle | undefined) => Index {
  let pooled: Index | undefined;
  let last: { readonly article: SetArticle; readonly index: Index } | undefined;
  return (article) => {
    if (!article) {
      pooled ??= index(all);
      return pooled;
    }
    if (last?.article !== article) last = { article, index: index([article]) };
    return last.index;
  };
}
