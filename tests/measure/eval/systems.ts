// What is measured, all in one shape: given a question, the paragraphs and sentences of an article, or of a whole set,
// best first.
import MiniSearch from 'minisearch';
import type { Embedder } from '../../../src/core/ports.js';
import { canonicalText } from '../../../src/core/text/article.js';
import { splitIntoPassages } from '../../../src/core/text/passage.js';
import { splitIntoSentences } from '../../../src/core/text/split-sentences.js';
import { stemmerOf } from '../../../src/engines/builtin/words/stemmer.js';
import { createStock, type StockChunk } from './langchain-stock.js';
import type { SetArticle } from './question-set.js';

/** A paragraph of a set: `article:index`. */
export type ParagraphKey = string;

export interface Ranked {
  /** Best first, each once. */
  readonly paragraphs: readonly ParagraphKey[];
  /** Best first. */
  readonly sentences: readonly string[];
}

export interface System {
  readonly name: string;
  /** In one article, or pooled over all articles of the set. */
  rank(question: string, article: SetArticle | undefined): Promise<Ranked>;
}

/** An article's text, as it is indexed. */
export function textOf({ paragraphs }: SetArticle): string {
  return paragraphs.map(canonicalText).join('\n\n');
}

/** From an offset in an article's text to its paragraph. */
export function createLocator(article: SetArticle): (offset: number) => ParagraphKey {
  const ends: number[] = [];
  for (const paragraph of article.paragraphs) {
    ends.push((ends.at(-1) ?? -2) + 2 + canonicalText(paragraph).length);
  }
  return (offset) => `${article.id}:${ends.findIndex((end) => offset < end)}`;
}

/** Tells a text's language, so that every system is given the same sentences. */
export type LanguageOf = (text: string) => string;

/** BM25 as minisearch is most often used: words by spaces and punctuation, compared as they stand. */
export function createPlainBm25(articles: readonly SetArticle[], languageOf: LanguageOf): System {
  return createBm25('BM25, plain', articles, languageOf, () => ({}));
}

/** A strong classical baseline: BM25 over the words that ICU finds, stemmed where a Snowball stemmer exists. */
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

/** LangChain's stock pipeline. It has no sentences: those of its best chunk, first to last, stand in for them. */
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

/** As Footnote cites them: those too long for a passage, as Thai's without full stops are, in pieces. */
function sentencesOf(text: string, language: string): string[] {
  return splitIntoPassages(text, splitIntoSentences(text, language))
    .flatMap(({ sentences }) => sentences)
    .map(({ start, end }) => text.slice(start, end));
}

/** The paragraph in the middle of each chunk: the one that most of it comes from. */
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

/** Indexes the whole set once, and of single articles keeps the last: questions come article by article. */
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
