// The sentences of an article that a summary may show, with their scores.
import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { attributeSpeech } from '../excerpt/attribute-speech.js';
import { renderExcerpt } from '../excerpt/excerpt.js';
import { makeStandalone } from '../excerpt/make-excerpt.js';
import type { Analyzer } from '../ports.js';
import type { Article } from '../text/article.js';
import { countWords } from '../text/count-words.js';
import type { ExcerptPart } from '../text/excerpt-part.js';
import { measureSentences } from './selection/features.js';
import type { TermVector } from './selection/term-vectors.js';
import { SENTENCE_WEIGHTS } from './selection/weights.js';
import { detectGenre, type Genre, placesOf } from './sentences/genre.js';
import { readSentences, type SummarySentence } from './sentences/read-sentences.js';

/** A sentence that a summary may show. */
export interface Candidate {
  readonly article: Article;
  readonly sentence: SummarySentence;
  /** What is shown. */
  readonly parts: readonly ExcerptPart[];
  readonly text: string;
  /** Its words, without its speaker's name. */
  readonly words: number;
  readonly vector: TermVector;
  /** Higher is better. Comparable between articles. */
  readonly score: number;
  /** Similarity to the title, 0 to 1. */
  readonly title: number;
  /** Whether it can be read without the sentences before it. */
  readonly isStandalone: boolean;
  /** Nouns that a line before it must have, see {@link makeStandalone}. */
  readonly needs: readonly string[];
}

/** An article, read for summaries. */
export interface ReadArticle {
  readonly article: Article;
  readonly genre: Genre;
  /** In document order. */
  readonly candidates: readonly Candidate[];
}

/** How much the similarity to the title adds to the score. The data for training has no titles. */
const TITLE_WEIGHT = 0.05;
/** Of a longer article, only its beginning and every n-th sentence after that is read. */
const MAX_SENTENCES = 1_200;
const SENTENCES_PER_STEP = 25;
const QUESTION = /[?？؟;][\s"”’»)]*$/u;
/** An entry of a list without it is a label: "7 June: repair evening". */
const SENTENCE_END = /[.!?…。！？।؟]["”’»)]*$/u;
const QUOTATION_ALONE = /^["“„«][^"“”„«»]*["”“»]\P{L}*$/u;
/** Speaks to the reader or of the writer, which needs to be known to be understood. */
const FIRST_PERSON = /(?<![\p{L}"“„«'’])(?:I|I['’](?:m|ve|d|ll)|my|me|myself)(?![\p{L}])/u;

/**
 * @param options.weights of the features, in their order. Measurements pass in others
 * @throws the signal's reason once it is aborted
 */
export async function readArticle(
  article: Article,
  analyzer: Analyzer,
  {
    signal,
    weights = SENTENCE_WEIGHTS,
  }: { signal?: AbortSignal | undefined; weights?: readonly number[] } = {},
): Promise<ReadArticle> {
  const sentences = thinOut(await readSentences(article));
  const body = sentences.filter(({ index }) => index >= 0);
  const dek = sentences.length - body.length;
  const genre = detectGenre(article, body);
  const excerpts: (readonly ExcerptPart[])[] = [];
  const needs: (readonly string[])[] = [];
  const standalone: boolean[] = [];
  const titleWords = new Set(article.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  for (const [at, sentence] of sentences.entries()) {
    if (at % SENTENCES_PER_STEP === 0) await yieldToEvents();
    signal?.throwIfAborted();
    const { start, end, isCut } = sentence;
    const isAside = article.text.startsWith('(', start);
    // Nobody says whose words a sentence is that is nothing but a quotation.
    const isBare = QUOTATION_ALONE.test(article.text.slice(start, end));
    const isEntry = sentence.isListItem && !SENTENCE_END.test(article.text.slice(start, end));
    const made =
      isCut || isEntry || isAside || isBare || sentence.isInQuotation
        ? undefined
        : makeStandalone(article, sentence);
    excerpts.push(made?.parts ?? [{ start, end, ...(isCut ? { isCut } : {}) }]);
    // The title stands above every summary.
    needs.push(made?.needs.filter((noun) => !titleWords.has(noun)) ?? []);
    standalone.push(made !== undefined);
  }
  const texts = excerpts.map((parts) => renderExcerpt(article.text, parts));
  const places = placesOf(genre, body);
  // The dek stands outside: what comes first in the body stays first.
  const measured = [
    ...(dek > 0
      ? measureSentences(article, sentences, texts, [...Array<number>(dek).fill(0), ...places], analyzer)
      : []
    ).slice(0, dek),
    ...measureSentences(article, body, texts.slice(dek), places, analyzer),
  ];
  const isPersonal = isFirstPersonText(article, texts);
  const candidates = measured.map(({ sentence, vector, features, title }, at): Candidate => {
    const own = excerpts[at] ?? [sentence];
    // What is measured is the sentence alone, because its speaker's name says nothing new.
    const parts = sentence.isListItem ? own : attributeSpeech(article, own);
    const isSpeech = parts !== own;
    const text = isSpeech ? renderExcerpt(article.text, parts) : (texts[at] ?? '');
    const isPointing = !isPersonal && !isSpeech && FIRST_PERSON.test(withoutQuotes(text));
    const isOpen = QUESTION.test(text) || isPointing;
    return {
      ...{ article, sentence, text, vector, parts, title },
      words: countWords(texts[at] ?? ''),
      score: scoreSentence(features, weights) + TITLE_WEIGHT * title,
      isStandalone: (standalone[at] ?? false) && !isOpen,
      needs: needs[at] ?? [],
    };
  });
  return { article, genre, candidates };
}

/** The expected ROUGE-2 of the sentence, see docs/summaries.md. */
function scoreSentence(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

function thinOut(sentences: readonly SummarySentence[]): readonly SummarySentence[] {
  if (sentences.length <= MAX_SENTENCES) return sentences;
  const half = MAX_SENTENCES / 2;
  const step = Math.ceil((sentences.length - half) / half);
  return sentences.filter(({ index }) => index < half || (index - half) % step === 0);
}

/** A text whose author speaks of themselves throughout. */
function isFirstPersonText({ language }: Article, texts: readonly string[]): boolean {
  if (language !== 'en') return true;
  const personal = texts.filter((text) => FIRST_PERSON.test(withoutQuotes(text))).length;
  return personal > texts.length * 0.15;
}

const withoutQuotes = (text: string): string => text.replace(/["“„«][^"“”»]*["“”»]/gu, ' ');
