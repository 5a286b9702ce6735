// Splits an article into passages: chunks of whole sentences that are embedded and retrieved.
import type { Span } from './article.js';
import { countWords } from './count-words.js';

/** A run of neighbouring sentences, with the headings and other structure right before and between them. */
export interface Passage extends Span {
  /** Its sentences in order, as offsets into the article. */
  readonly sentences: readonly Span[];
}

/** A passage with this many words is complete. */
const TARGET_WORDS = 150;
/** Maximum length of a passage. Only the last one may be longer, if it absorbs a short remainder. */
const MAX_WORDS = 200;
/** The end of a paragraph completes a passage with at least this many words. */
const MIN_WORDS_AT_PARAGRAPH_END = 90;
/** A shorter last passage is merged into the one before. */
const MIN_LAST_PASSAGE_WORDS = 40;
/** Longer structure before a sentence, such as a long code block, is left out of the passage. */
const MAX_STRUCTURE_WORDS = 60;
/** The same in UTF-16 units, blank lines included. */
const MAX_STRUCTURE_CHARS = 4_000;
/** A longer sentence, in UTF-16 units, is split without counting its words. */
const MAX_COUNTED_CHARS = 50_000;
/** UTF-16 units of a piece of a sentence that is longer than a passage. */
const MAX_PIECE_LENGTH = 2_000;
/** How much of an endless word's end is looked at for a place to cut it. */
const GRAPHEME_WINDOW = 100;
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Packs sentences into passages, in order and without overlap. A sentence longer than a passage is split. */
export function splitIntoPassages(text: string, sentences: Iterable<Span>): readonly Passage[] {
  return [...walkPassages(text, sentences)];
}

/** Sentences of a passage, with their words and those of the structure between them. */
interface Pack {
  readonly sentences: Span[];
  words: number;
}

/** As {@link splitIntoPassages}, one by one, so that a long text can be split in steps. */
export function* walkPassages(text: string, sentences: Iterable<Span>): Generator<Passage> {
  let endOfLast = 0;
  const toPassage = ({ sentences: parts }: Pack, isLast = false): Passage => {
    const start = startWithStructure(text, endOfLast, parts[0]?.start ?? 0);
    endOfLast = parts.at(-1)?.end ?? 0;
    return { start, end: isLast ? endWithStructure(text, endOfLast) : endOfLast, sentences: parts };
  };
  // The last one may still be merged into the one before.
  let before: Pack | undefined;
  let last: Pack | undefined;
  for (const pack of packSentences(text, sentences)) {
    if (before) yield toPassage(before);
    [before, last] = [last, pack];
  }
  const isShort = last !== undefined && last.words < MIN_LAST_PASSAGE_WORDS;
  if (isShort && before && isNear(text, before.sentences.at(-1), last?.sentences[0])) {
    before.sentences.push(...(last?.sentences ?? []));
    last = undefined;
  }
  if (before) yield toPassage(before, last === undefined);
  if (last) yield toPassage(last, true);
}

function* packSentences(text: string, sentences: Iterable<Span>): Generator<Pack> {
  let current: Pack = { sentences: [], words: 0 };
  for (const sentence of walkPieces(text, sentences)) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    const last = current.sentences.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, sentence.start);
    const structureWords = countStructureWords(between);
    const isNewParagraph = /\n\s*\n/.test(between);
    const isComplete =
      current.words + structureWords + words > MAX_WORDS ||
      structureWords > MAX_STRUCTURE_WORDS ||
      (isNewParagraph && current.words >= MIN_WORDS_AT_PARAGRAPH_END);
    if (isComplete && last) {
      yield current;
      current = { sentences: [], words: 0 };
    }
    const isFirst = current.sentences.length === 0;
    current.sentences.push(sentence);
    current.words += words + (isFirst ? 0 : structureWords);
    if (current.words >= TARGET_WORDS) {
      yield current;
      current = { sentences: [], words: 0 };
    }
  }
  if (current.sentences.length > 0) yield current;
}

function* walkPieces(text: string, sentences: Iterable<Span>): Generator<Span> {
  for (const sentence of sentences) yield* splitLongSentence(text, sentence);
}

function isNear(text: string, before: Span | undefined, after: Span | undefined): boolean {
  return countStructureWords(text.slice(before?.end, after?.start)) <= MAX_STRUCTURE_WORDS;
}

/** Where a passage starts whose first sentence starts at `start`: with the last paragraphs of structure before it. */
function startWithStructure(text: string, from: number, start: number): number {
  let found = start;
  for (let end = start; end > from; ) {
    const border = text.lastIndexOf('\n\n', end - 1);
    const next = Math.max(border, from);
    const paragraph = text.slice(next, start);
    if (countStructureWords(paragraph) > MAX_STRUCTURE_WORDS) break;
    if (paragraph.trim() !== '') found = next + (paragraph.length - paragraph.trimStart().length);
    end = next;
  }
  return found;
}

function endWithStructure(text: string, end: number): number {
  const rest = text.slice(end).trimEnd();
  return countStructureWords(rest) <= MAX_STRUCTURE_WORDS ? end + rest.length : end;
}

/** Infinite if the text is so long that its words needn't be counted. */
function countStructureWords(text: string): number {
  return text.length > MAX_STRUCTURE_CHARS ? Number.POSITIVE_INFINITY : countWords(text);
}

/** Splits a sentence that is longer than a passage at word boundaries, never inside a grapheme. */
function* splitLongSentence(text: string, sentence: Span): Generator<Span> {
  const isShort = sentence.end - sentence.start <= MAX_COUNTED_CHARS;
  if (isShort && countWords(text.slice(sentence.start, sentence.end)) <= MAX_WORDS) {
    yield sentence;
    return;
  }
  for (let start = sentence.start; start < sentence.end; ) {
    const isRest = sentence.end - start <= MAX_PIECE_LENGTH;
    const window = text.slice(start, isRest ? sentence.end : start + MAX_PIECE_LENGTH);
    const length = findPieceEnd(window, isRest);
    const piece = window.slice(0, length);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') yield { start: start + lead, end: start + piece.trimEnd().length };
    start += length;
  }
}

/** Length of the first piece of a text; all of it if it's the rest of a sentence and short enough. */
function findPieceEnd(window: string, isRest: boolean): number {
  // The segmenter takes quadratic time, so it only sees a window. The window's last word may be cut off.
  let words = 0;
  let lastStart = 0;
  for (const { segment, index } of WORDS.segment(window)) {
    if (words >= TARGET_WORDS && segment.trim() !== '') return index;
    words += countWords(segment);
    lastStart = index;
  }
  if (isRest) return window.length;
  if (lastStart > 0) return lastStart;
  const tail = window.length - GRAPHEME_WINDOW;
  const [, ...graphemes] = GRAPHEMES.segment(window.slice(tail));
  return tail + (graphemes.at(-1)?.index ?? GRAPHEME_WINDOW);
}
