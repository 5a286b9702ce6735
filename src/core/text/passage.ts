// Splits an article into passages: chunks of whole sentences that are embedded and retrieved.
import type { Span } from './article.js';

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
/** UTF-16 units of a piece of a sentence that is longer than a passage. */
const MAX_PIECE_LENGTH = 2_000;
/** How much of an endless word's end is looked at for a place to cut it. */
const GRAPHEME_WINDOW = 100;
/** In scripts without spaces, this many characters count as one word. */
const CHARS_PER_UNSPACED_WORD = 2;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

const WORDS = new Intl.Segmenter('en', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Packs sentences into passages, in order and without overlap. A sentence longer than a passage is split. */
export function splitIntoPassages(text: string, sentences: readonly Span[]): readonly Passage[] {
  const passages: { sentences: Span[]; words: number }[] = [];
  let current: { sentences: Span[]; words: number } = { sentences: [], words: 0 };
  const close = () => {
    if (current.sentences.length > 0) passages.push(current);
    current = { sentences: [], words: 0 };
  };
  for (const sentence of sentences.flatMap((sentence) => splitLongSentence(text, sentence))) {
    const words = countWords(text.slice(sentence.start, sentence.end));
    const last = current.sentences.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, sentence.start);
    const structureWords = countWords(between);
    const isNewParagraph = /\n\s*\n/.test(between);
    if (
      current.words + structureWords + words > MAX_WORDS ||
      structureWords > MAX_STRUCTURE_WORDS ||
      (isNewParagraph && current.words >= MIN_WORDS_AT_PARAGRAPH_END)
    )
      close();
    const isFirst = current.sentences.length === 0;
    current.sentences.push(sentence);
    current.words += words + (isFirst ? 0 : structureWords);
    if (current.words >= TARGET_WORDS) close();
  }
  close();
  const lastPassage = passages.at(-1);
  const secondToLast = passages.at(-2);
  const isShort = lastPassage !== undefined && lastPassage.words < MIN_LAST_PASSAGE_WORDS;
  if (isShort && secondToLast && isNear(text, secondToLast.sentences.at(-1), lastPassage.sentences[0])) {
    secondToLast.sentences.push(...lastPassage.sentences);
    passages.pop();
  }
  return passages.map(({ sentences: parts }, index) => {
    const before = passages[index - 1]?.sentences.at(-1)?.end ?? 0;
    const isLast = index === passages.length - 1;
    return {
      start: startWithStructure(text, before, parts[0]?.start ?? 0),
      end: isLast ? endWithStructure(text, parts.at(-1)?.end ?? 0) : (parts.at(-1)?.end ?? 0),
      sentences: parts,
    };
  });
}

function isNear(text: string, before: Span | undefined, after: Span | undefined): boolean {
  return countWords(text.slice(before?.end, after?.start)) <= MAX_STRUCTURE_WORDS;
}

/** Where a passage starts whose first sentence starts at `start`: with the last paragraphs of structure before it. */
function startWithStructure(text: string, from: number, start: number): number {
  let found = start;
  for (let end = start; end > from; ) {
    const border = text.lastIndexOf('\n\n', end - 1);
    const next = Math.max(border, from);
    const paragraph = text.slice(next, start);
    if (countWords(paragraph) > MAX_STRUCTURE_WORDS) break;
    if (paragraph.trim() !== '') found = next + (paragraph.length - paragraph.trimStart().length);
    end = next;
  }
  return found;
}

function endWithStructure(text: string, end: number): number {
  const rest = text.slice(end).trimEnd();
  return countWords(rest) <= MAX_STRUCTURE_WORDS ? end + rest.length : end;
}

/**
 * Counts words separated by spaces. In scripts without spaces, two characters count as one word. In one very long word,
 * ten characters do.
 */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replace(UNSPACED, ' ').match(/\S{1,30}/g) ?? [];
  const words = spaced.reduce((sum, { length }) => sum + (length < 30 ? 1 : 3), 0);
  return words + Math.ceil(unspaced / CHARS_PER_UNSPACED_WORD);
}

/** Splits a sentence that is longer than a passage at word boundaries, never inside a grapheme. */
function splitLongSentence(text: string, sentence: Span): Span[] {
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
