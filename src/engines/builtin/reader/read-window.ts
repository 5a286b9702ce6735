// Reads one window: builds the model's input and finds the best answer span of every sentence.
import { readHeadingText } from '../../../core/interview/asked-question.js';
import { findSpeech } from '../../../core/interview/speakers.js';
import type { RankedSentence } from '../../../core/ranking-ports.js';
import type { Article, Span } from '../../../core/text/article.js';
import { findHeadings } from '../../../core/text/headings.js';
import type { TokenSequence } from '../../onnx/sequences.js';
import { skipElisions } from '../words/elisions.js';
import type { Window } from './windows.js';
import type { WordTokenizer, WordTokens } from './word-tokens.js';

const MAX_TOKENS = 256;
const MAX_QUESTION_TOKENS = 64;
const MAX_TITLE_TOKENS = 32;
/** Longest answer, in tokens. */
const MAX_SPAN_TOKENS = 24;
/** Longer texts have more tokens than fit. */
const MAX_QUESTION_CHARS = 1_000;
const MAX_TITLE_CHARS = 500;

/** The tokens between the texts. */
export interface SpecialTokens {
  readonly start: number;
  readonly separator: number;
}

/** A question as the reader sees it. */
export interface WindowQuestion {
  readonly text: string;
  readonly tokenize: WordTokenizer;
}

/** One window as a model input. */
export interface EncodedWindow {
  readonly sequence: TokenSequence;
  readonly sentences: readonly EncodedSentence[];
}

interface EncodedSentence {
  readonly sentence: RankedSentence;
  /** The first position of its tokens in the sequence. */
  readonly from: number;
  /** May be cut off by the end of the window. Never empty. */
  readonly tokens: WordTokens;
}

/** What the reader found in a sentence. */
export interface Reading {
  readonly sentence: RankedSentence;
  /** Log odds of the best span against "no answer". Any number; above 0 means that the span answers. */
  readonly score: number;
  /** The best span, as offsets into the article. */
  readonly span: Span;
  /** Probability of this span among all spans of the sentence, 0 to 1. */
  readonly certainty: number;
}

/**
 * Encodes `[CLS] question [SEP] title | speaker | heading | sentences [SEP]`. A new speaker or heading stands before its
 * first sentence.
 * Sentences that don't fit are left out.
 */
export function encodeWindow(
  { text, tokenize: tokenizeQuestion }: WindowQuestion,
  { sentences }: Window,
  tokenize: WordTokenizer,
  { start, separator }: SpecialTokens,
): EncodedWindow {
  const questionIds = tokenizeQuestion(text.slice(0, MAX_QUESTION_CHARS)).ids.slice(0, MAX_QUESTION_TOKENS);
  const [first] = sentences;
  let names = first ? readNames(first) : '';
  const titleIds = tokenize(`${renderNames(first?.match.article.title ?? '')} ${names}`).ids;
  const ids = [start, ...questionIds, separator, ...titleIds.slice(0, MAX_TITLE_TOKENS)];
  const encoded: EncodedSentence[] = [];
  for (const sentence of sentences) {
    const above = readNames(sentence);
    if (above !== names) {
      names = above;
      const space = Math.min(MAX_TITLE_TOKENS, MAX_TOKENS - 1 - ids.length);
      ids.push(...tokenize(names).ids.slice(0, space));
    }
    const room = MAX_TOKENS - 1 - ids.length;
    if (room <= 0) break;
    const { match, start: from, end } = sentence;
    const tokens = cutTokens(tokenize(match.article.text.slice(from, end)), room);
    if (tokens.ids.length === 0) continue;
    encoded.push({ sentence, from: ids.length, tokens });
    ids.push(...tokens.ids);
  }
  ids.push(separator);
  const typeIds = ids.map((_, at) => (at < questionIds.length + 2 ? 0 : 1));
  return { sequence: { ids, typeIds }, sentences: encoded };
}

/** What stands above a sentence: in an interview who says it, and the heading or the question that it answers. */
function readNames({ match: { article }, start }: RankedSentence): string {
  const speech = findSpeech(article, start);
  const heading = findHeadings(article, start).at(-1);
  return renderNames(
    speech && !speech.isAsking ? article.text.slice(speech.speaker.start, speech.speaker.end) : '',
    heading ? readHeadingText(article, heading) : '',
  );
}

/** Titles and headings as in "Title | Heading |". */
function renderNames(...names: readonly string[]): string {
  return names
    .map((name) => name.slice(0, MAX_TITLE_CHARS).trim())
    .flatMap((name) => (name === '' ? [] : [`${name} |`]))
    .join(' ');
}

function cutTokens(tokens: WordTokens, length: number): WordTokens {
  if (tokens.ids.length <= length) return tokens;
  return {
    ids: tokens.ids.slice(0, length),
    starts: tokens.starts.slice(0, length),
    ends: tokens.ends.slice(0, length),
  };
}

/** Scores every sentence of the window by its best span. The logits have one entry per token of the sequence. */
export function scoreSentences(
  { sentences }: EncodedWindow,
  startLogits: Float32Array,
  endLogits: Float32Array,
): readonly Reading[] {
  // The first token stands for "no answer".
  const none = (startLogits[0] ?? 0) + (endLogits[0] ?? 0);
  return sentences.map(({ sentence, from, tokens }) => {
    const to = from + tokens.ids.length;
    const best = findBestSpan(startLogits.subarray(from, to), endLogits.subarray(from, to));
    const span = widenToWords(sentence.match.article, sentence, {
      start: sentence.start + (tokens.starts[best.first] ?? 0),
      end: sentence.start + (tokens.ends[best.last] ?? 0),
    });
    return { sentence, score: best.score - none, span, certainty: best.certainty };
  });
}

/** Finds the span with the highest sum of its logits. The arrays aren't empty. */
export function findBestSpan(
  starts: Float32Array,
  ends: Float32Array,
): { readonly first: number; readonly last: number; readonly score: number; readonly certainty: number } {
  let [first, last, score] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let from = 0; from < starts.length; from += 1) {
    for (let to = from; to < Math.min(ends.length, from + MAX_SPAN_TOKENS); to += 1) {
      const sum = (starts[from] ?? 0) + (ends[to] ?? 0);
      if (sum > score) [first, last, score] = [from, to, sum];
    }
  }
  const share = (logits: Float32Array, at: number) =>
    1 / logits.reduce((sum, logit) => sum + Math.exp(logit - (logits[at] ?? 0)), 0);
  return { first, last, score, certainty: share(starts, first) * share(ends, last) };
}

/** A number or a name never ends in the middle: "4" of "4.5" becomes "4.5". Elided words in front of it don't belong to it. */
function widenToWords({ text, language }: Article, sentence: Span, { start, end }: Span): Span {
  const before = /(?:[\p{L}\p{N}]+[-.,'’/])+$/u.exec(text.slice(sentence.start, start));
  const isInside = /[\p{L}\p{N}]/u.test(text[start] ?? '');
  const after = /^(?:[-.,'’/][\p{L}\p{N}]+)+/u.exec(text.slice(end, sentence.end));
  const endsInWord = /[\p{L}\p{N}]$/u.test(text.slice(start, end));
  const widened = {
    start: start - (isInside ? (before?.[0].length ?? 0) : 0),
    end: end + (endsInWord ? (after?.[0].length ?? 0) : 0),
  };
  return { ...widened, start: skipElisions(text, widened.start, widened.end, language) };
}
