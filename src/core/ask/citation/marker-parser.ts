// Parses a writer's text while it streams, into sentences and the numbers of the evidence that they cite.
import { removeInvisible, replaceControls } from '../../text/invisible.js';
import { splitIntoSentences } from '../../text/split-sentences.js';
import { hideOwnBrackets, showBrackets } from './own-brackets.js';

/** A sentence with its markers. */
export interface MarkedSentence {
  /** The sentence on one line, without markers, bullets and emphasis. */
  readonly text: string;
  /** Numbers in order, each once. They may not exist in the evidence. */
  readonly markers: readonly number[];
}

/** A text without a sentence end is cut into lines this long, and only the beginning of an output is read, in characters. */
const MAX_LINE = 2_000;
const MAX_OUTPUT = 20_000;
/** The most sentences of one output. */
const MAX_SENTENCES = 60;
/** An unfinished marker is looked for in so many last characters. */
const MARKER_CHARS = 60;
/** The most markers that a range such as `[1-9999]` expands to. */
const MAX_RANGE = 10;
const NUMBERS = String.raw`\d{1,4}(?:\s*(?:[,;–-]|and|und|et|y)\s*\d{1,4})*`;
/** "[1, 2]", "[1-3]", "[^1]", "[[1]]", "[source 1]", "【1†quelle】". */
const BRACKETED = new RegExp(
  String.raw`\\?[[【]{1,2}\^?(?:\p{L}{1,10}\.?\s+)?(${NUMBERS})(?:†[^】\]]*)?\\?[\]】]{1,2}`,
  'giu',
);
/** "(1)" at a sentence's end. */
const IN_PARENTHESES = new RegExp(String.raw`(?<=\S\s?)\((${NUMBERS})\)(?=\s*(?:[.!?。]|$))`, 'gu');
/** An open bracket at the end of the text so far, which may still become a marker. */
const UNFINISHED_MARKER = /\\?[[【(][^\]】)]*$/u;
const MARKER = /\s*\[(\d{1,4})\]/gu;
/** Without one, a text is one sentence. */
const SENTENCE_END = /[.!?…。！？۔।]/u;
const HEADING = /^\s*(?:#{1,6}\s|(?:\*\*|__)[^*_[]+(?:\*\*|__):?\s*$|={3,}\s*$|-{3,}\s*$)/u;
const FENCE = /^\s*(?:```|~~~)/u;
const BULLET = /^\s*(?:>\s*)*(?:[-*+•–]\s+|\(?\d{1,2}[.)]\s+|>\s*)?/u;
/** Closed Markdown emphasis and inline code. */
const EMPHASIS = /(\*\*\*|\*\*|__|\*|(?<![\p{L}\p{N}])_|`)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu;
/** Punctuation that ends a sentence, with what may stand after it. */
const ENDS_SENTENCE = /[.!?…:;。！？।؟۔։]["'”’»)\]」』]*$/u;

/**
 * Yields each sentence as soon as the next one has started or its line has ended. Skips headings and fenced code.
 * @param language ISO 639-1 code of the text, for sentence splitting; `und` if unknown
 * @param sources the evidence: bracketed numbers that it contains, such as "[2011] UKSC 53", aren't markers
 */
export async function* parseMarkers(
  pieces: AsyncIterable<string>,
  language: string,
  sources: readonly string[] = [],
): AsyncIterable<MarkedSentence> {
  let pending = '';
  let isFenced = false;
  let read = 0;
  let yielded = 0;
  let hasPunctuation = false;
  const verbatim = new Set(sources);
  function* readLine(line: string, isWhole: boolean): Iterable<MarkedSentence> {
    if (FENCE.test(line)) {
      if (isWhole) isFenced = !isFenced;
      return;
    }
    if (isFenced || HEADING.test(line)) return;
    const whole = isWhole ? readQuoted(line, verbatim) : undefined;
    if (whole) {
      yielded += 1;
      if (yielded <= MAX_SENTENCES) yield note(whole);
      return;
    }
    for (let start = 0; start < line.length; start += MAX_LINE) {
      for (const sentence of parseLine(
        hideOwnBrackets(line.slice(start, start + MAX_LINE), sources),
        language,
      ).sentences) {
        yielded += 1;
        if (yielded <= MAX_SENTENCES) yield note(sentence);
      }
    }
  }
  function note(sentence: MarkedSentence): MarkedSentence {
    hasPunctuation ||= ENDS_SENTENCE.test(sentence.text);
    return sentence;
  }
  for await (const piece of pieces) {
    pending += piece.slice(0, MAX_OUTPUT - read);
    read += piece.length;
    // What is cut off may be half a sentence, and nothing behind it is shown.
    if (read > MAX_OUTPUT || yielded >= MAX_SENTENCES) break;
    for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
      yield* readLine(pending.slice(0, end), true);
      pending = pending.slice(end + 1);
    }
    if (isFenced || FENCE.test(pending) || HEADING.test(pending)) continue;
    if (pending.length > MAX_LINE) {
      yield* readLine(pending, false);
      pending = '';
      continue;
    }
    // Only a sentence end or a marker in the new piece can complete a sentence.
    if (!SENTENCE_END.test(pending)) continue;
    const { sentences, lastStart, hasBegun } = parseLine(hideOwnBrackets(pending, sources), language);
    if (sentences.length > 1 && hasBegun) {
      yielded += sentences.length - 1;
      for (const sentence of sentences.slice(0, -1)) yield note(sentence);
      pending = pending.slice(lastStart);
    }
  }
  // A model that was stopped in the middle of a sentence says the same as one that has finished.
  for (const sentence of readLine(pending, false)) if (!isHalf(sentence, hasPunctuation)) yield sentence;
}

/**
 * A line that is one sentence of the evidence, word for word. It isn't split again, because the evidence may be in another
 * language than the question.
 */
function readQuoted(line: string, verbatim: ReadonlySet<string>): MarkedSentence | undefined {
  if (line.length > MAX_LINE) return undefined;
  const { text, markers } = removeMarkers(hideOwnBrackets(line, [...verbatim]));
  if (!verbatim.has(showBrackets(text.trim()))) return undefined;
  return { text: cleanSentence(text), markers: [...new Set(markers.map(({ number }) => number))] };
}

/** Whether a text's last sentence has no end, although the sentences before it have one. */
function isHalf({ text, markers }: MarkedSentence, hasPunctuation: boolean): boolean {
  return hasPunctuation && markers.length === 0 && !ENDS_SENTENCE.test(text);
}

function withoutUnfinishedMarker(text: string): string {
  const cut = Math.max(0, text.length - MARKER_CHARS);
  return text.slice(0, cut) + text.slice(cut).replace(UNFINISHED_MARKER, '');
}

interface ParsedLine {
  readonly sentences: readonly MarkedSentence[];
  /** Offset in the line of the last sentence, or of the markers in front of it. */
  readonly lastStart: number;
  /** Whether the last sentence has more than one word, so that more text can no longer move its start. */
  readonly hasBegun: boolean;
}

function parseLine(raw: string, language: string): ParsedLine {
  const { text, markers } = removeMarkers(raw);
  const spans = splitIntoSentences(text, language);
  // In "[1] Rain fell. [2] Snow fell." the markers come before their sentences.
  const isLeading = markers[0]?.offset === 0 && /^\s*(?:[-*+•]\s+)?\\?[[【]/u.test(raw) && spans.length > 0;
  const sentences = spans.map(({ start, end }, index) => {
    const from = isLeading ? (spans[index - 1]?.end ?? -1) : start;
    const to = isLeading ? start : end;
    const isLast = index === spans.length - 1;
    const own = markers.filter(({ offset }) =>
      isLeading
        ? (offset >= from && offset <= to && offset !== end) || (offset > start && offset < end)
        : offset > start && (offset <= to || isLast),
    );
    return {
      text: cleanSentence(text.slice(start, end)),
      markers: [...new Set(own.map(({ number }) => number))],
    };
  });
  const last = spans.at(-1);
  const lastStart = last
    ? toRawOffset(isLeading ? (spans.at(-2)?.end ?? 0) : last.start, markers, isLeading)
    : 0;
  const hasBegun = last !== undefined && /\S\s+\S/u.test(withoutUnfinishedMarker(text.slice(last.start)));
  return { sentences, lastStart, hasBegun };
}

interface Marker {
  readonly number: number;
  /** Offset in the text without markers. */
  readonly offset: number;
  /** Start in the original line, including the white space before it. */
  readonly rawStart: number;
  /** End in the original line. */
  readonly rawEnd: number;
}

/** Removes the markers and the white space before them. */
function removeMarkers(raw: string): { text: string; markers: readonly Marker[] } {
  const found = [...raw.matchAll(BRACKETED)];
  const places = (found.length > 0 ? found : [...raw.matchAll(IN_PARENTHESES)]).map(
    ({ 0: whole, 1: numbers = '', index }) => ({
      start: index,
      end: index + whole.length,
      numbers: expandNumbers(numbers),
    }),
  );
  const markers: Marker[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, numbers } of places) {
    const before = raw.slice(from, start);
    text += before.trimEnd();
    const rawStart = start - (before.length - before.trimEnd().length);
    for (const number of numbers)
      markers.push({ number, offset: text.trim() === '' ? 0 : text.length, rawStart, rawEnd: end });
    from = end;
  }
  return { text: text + raw.slice(from), markers };
}

/** Converts an offset in the text without markers to one in the original line. */
function toRawOffset(place: number, markers: readonly Marker[], isLeading: boolean): number {
  let removed = 0;
  let lastEnd = -1;
  for (const { offset, rawStart, rawEnd } of markers) {
    if (offset > place || (isLeading && offset === place)) break;
    if (rawEnd !== lastEnd) removed += rawEnd - rawStart;
    lastEnd = rawEnd;
  }
  return place + removed;
}

function expandNumbers(numbers: string): number[] {
  return numbers.split(/[,;]|and|und|et|y/u).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/u).map(Number);
    const size = Math.min(Math.max(last - first, 0), MAX_RANGE - 1) + 1;
    return Array.from({ length: size }, (_, index) => first + index);
  });
}

function cleanSentence(sentence: string): string {
  let text = removeInvisible(replaceControls(sentence)).normalize('NFC').replace(BULLET, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(EMPHASIS, '$2');
  }
  return showBrackets(
    text
      .replace(MARKER, '')
      .replace(/\s+/gu, ' ')
      .replace(/\s+(?=[.,!?](?:\s|$))/gu, '')
      .trim(),
  );
}
