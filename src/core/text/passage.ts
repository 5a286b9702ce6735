// A passage: the chunk of an article that is embedded and retrieved, made of whole sentences.
import type { Span } from './article.js';

/** A run of neighbouring sentences, cut at sentence and paragraph borders. */
export interface Passage extends Span {
  /** The sentences it is made of, in order, in offsets of the article. */
  readonly sentences: readonly Span[];
}

/** A passage is closed once it has so many words. */
const TARGET_WORDS = 150;
/** No passage has more, but one that takes in a short rest. */
const MAX_WORDS = 200;
/** A paragraph's end closes a passage of at least so many words. */
const PARAGRAPH_WORDS = 90;
/** A last passage shorter than this joins the one before. */
const REST_WORDS = 40;
/** UTF-16 units of a piece of a sentence that is longer than a passage. */
const MAX_PIECE_LENGTH = 2_000;
/** How much of an endless word's end is looked at for a place to cut it. */
const GRAPHEME_WINDOW = 100;
/** Characters that count as a word where words are not separated by spaces. */
const CHARS_PER_UNSPACED_WORD = 2;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Packs sentences, in order and without overlap, into passages; a sentence longer than a passage is split. */
export function splitIntoPassages(text: string, sentences: readonly Span[]): readonly Passage[] {
  const passages: { sentences: Span[]; words: number }[] = [];
  let current: { sentences: Span[]; words: number } = { sentences: [], words: 0 };
  const close = () => {
    if (current.sentences.length > 0) passages.push(current);
    current = { sentences: [], words: 0 };
  };
  for (const sentence of sentences.flatMap((sentence) => splitLong(text, sentence))) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    const last = current.sentences.at(-1);
    const isNewParagraph = last !== undefined && /\n\s*\n/.test(text.slice(last.end, sentence.start));
    if (current.words + words > MAX_WORDS || (isNewParagraph && current.words >= PARAGRAPH_WORDS)) close();
    current.sentences.push(sentence);
    current.words += words;
    if (current.words >= TARGET_WORDS) close();
  }
  close();
  const rest = passages.at(-1);
  const beforeRest = passages.at(-2);
  if (rest && beforeRest && rest.words < REST_WORDS) {
    beforeRest.sentences.push(...rest.sentences);
    passages.pop();
  }
  return passages.map(({ sentences: parts }) => ({
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    sentences: parts,
  }));
}

/** Words, by spaces; in scripts without spaces two characters count as one, of an endless word ten. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/\S{1,30}/g) ?? [];
  const words = spaced.reduce((sum, { length }) => sum + (length < 30 ? 1 : 3), 0);
  return words + Math.ceil(unspaced / CHARS_PER_UNSPACED_WORD);
}

/** A sentence longer than a passage, cut where words end; never inside a grapheme. */
function splitLong(text: string, sentence: Span): Span[] {
  if (countWords(text.slice(sentence.start, sentence.end)) <= MAX_WORDS) return [sentence];
  const pieces: Span[] = [];
  for (let start = sentence.start; start < sentence.end; ) {
    const isRest = sentence.end - start <= MAX_PIECE_LENGTH;
    const window = text.slice(start, isRest ? sentence.end : start + MAX_PIECE_LENGTH);
    const length = findPieceEnd(window, isRest);
    const piece = window.slice(0, length);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ start: start + lead, end: start + piece.trimEnd().length });
    start += length;
  }
  return pieces;
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
