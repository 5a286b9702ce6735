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
const MIN_WORDS_AT_PARAGRAPH_END = 90;
/** A last passage shorter than this joins the one before. */
const MIN_LAST_PASSAGE_WORDS = 40;
/** Characters that count as a word where words are not separated by spaces. */
const CHARS_PER_UNSPACED_WORD = 2;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Packs sentences, in order and without overlap, into passages; a sentence longer than a passage is split. */
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
    const isNewParagraph = last !== undefined && /\n\s*\n/.test(text.slice(last.end, sentence.start));
    if (current.words + words > MAX_WORDS || (isNewParagraph && current.words >= MIN_WORDS_AT_PARAGRAPH_END))
      close();
    current.sentences.push(sentence);
    current.words += words;
    if (current.words >= TARGET_WORDS) close();
  }
  close();
  const lastPassage = passages.at(-1);
  const secondToLast = passages.at(-2);
  if (lastPassage && secondToLast && lastPassage.words < MIN_LAST_PASSAGE_WORDS) {
    secondToLast.sentences.push(...lastPassage.sentences);
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
function splitLongSentence(text: string, sentence: Span): Span[] {
  const slice = text.slice(sentence.start, sentence.end);
  if (countWords(slice) <= MAX_WORDS) return [sentence];
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  let words = 0;
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'word' }).segment(slice)) {
    const isFull = words >= TARGET_WORDS || index - start >= MAX_WORDS * 10;
    if (isFull && segment.trim() !== '') {
      pieces.push({ start, end: index });
      start = index;
      words = 0;
    }
    words += countWords(segment);
  }
  pieces.push({ start, end: slice.length });
  return pieces.flatMap((piece) => {
    const part = slice.slice(piece.start, piece.end);
    const lead = part.length - part.trimStart().length;
    const end = piece.start + part.trimEnd().length;
    return end > piece.start + lead
      ? [{ start: sentence.start + piece.start + lead, end: sentence.start + end }]
      : [];
  });
}
