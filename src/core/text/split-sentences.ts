// Splits text into sentences, the unit of citation, in time linear in its length.
import type { Span } from './article.js';
import { type LanguageRules, readLanguageRules } from './languages/language-rules.js';
import { findEnclosures } from './sentences/enclosures.js';
import { findStops } from './sentences/find-stops.js';
import { endsSentence } from './sentences/judge-stop.js';
import { splitInlineList } from './sentences/split-inline-lists.js';
import { walkLines } from './sentences/split-lines.js';
import { splitThaiSentences } from './sentences/thai-sentences.js';

/** How much of the text tells the script of a text of unknown language. */
const SAMPLE = 1_000;
/** UTF-16 units. Takes a few milliseconds. */
const MAX_PARAGRAPH_CHARS = 50_000;

/**
 * Sentences of the text, in order, without overlap. Together they cover every character that isn't white space.
 * Blank lines, list items and paragraphs' ends also end a sentence; a line end inside prose doesn't.
 * @param language BCP 47 tag; `und` if it's unknown
 * @param range default: all of the text
 */
export function splitIntoSentences(text: string, language = 'und', range?: Span): readonly Span[] {
  return [...walkSentences(text, language, range)];
}

/** As {@link splitIntoSentences}, paragraph by paragraph, so that a long text can be split in steps. */
export function* walkSentences(text: string, language: string, range?: Span): Generator<Span> {
  const { start: from, end: to } = range ?? { start: 0, end: text.length };
  const part = text.slice(from, to);
  const rules = readLanguageRules(language, part.slice(0, SAMPLE));
  const isThai = /^th\b/iu.test(language);
  for (const paragraph of walkLines(part, rules)) {
    for (const lines of cutLong(part, paragraph)) {
      for (const item of splitInlineList(part, lines, rules)) {
        for (const sentence of splitProse(part.slice(item.start, item.end), rules, isThai)) {
          const offset = from + item.start;
          yield { start: offset + sentence.start, end: offset + sentence.end };
        }
      }
    }
  }
}

/** Cuts a paragraph of extreme length after a full stop, or else after a space, so that no part takes long. */
function* cutLong(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > MAX_PARAGRAPH_CHARS) {
    const window = text.slice(from, from + MAX_PARAGRAPH_CHARS);
    const at = Math.max(window.lastIndexOf('. '), window.lastIndexOf('。'));
    const cut = (at > 0 ? at : window.lastIndexOf(' ')) + 1;
    if (cut <= 0) break;
    yield { start: from, end: from + cut };
    from += cut;
  }
  yield { start: from, end };
}

function splitProse(text: string, rules: LanguageRules, isThai: boolean): Span[] {
  const enclosures = findEnclosures(text);
  const spans: Span[] = [];
  let start = 0;
  let at = 0;
  const close = (end: number) => {
    const spanned = isThai ? splitThaiSentences(text.slice(start, end)) : [{ start: 0, end: end - start }];
    for (const span of spanned) {
      const trimmed = trim(text, start + span.start, start + span.end);
      if (trimmed) spans.push(trimmed);
    }
    start = end;
  };
  for (const stop of findStops(text)) {
    // Enclosures are in order of their ends, so the first that ends later is the first that can hold the stop.
    while ((enclosures[at]?.end ?? Number.POSITIVE_INFINITY) < stop.end) at += 1;
    if (isEnclosed(enclosures, at, stop.start)) continue;
    if (endsSentence({ text, start, rules }, stop)) close(stop.next);
  }
  close(text.length);
  return spans;
}

/** How many enclosures are looked at: those that end first, of which the outermost may hold the stop. */
const MAX_NESTED = 6;

function isEnclosed(enclosures: readonly Span[], from: number, stop: number): boolean {
  for (let at = from; at < from + MAX_NESTED; at += 1) {
    const enclosure = enclosures[at];
    if (!enclosure) return false;
    if (enclosure.start < stop) return true;
  }
  return false;
}

function trim(text: string, start: number, end: number): Span | undefined {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const length = slice.trim().length;
  return length > 0 ? { start: start + lead, end: start + lead + length } : undefined;
}
