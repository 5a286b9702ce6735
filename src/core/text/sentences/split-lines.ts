// Splits text at blank lines, list items and line ends that end a paragraph. Other line ends only wrap a sentence.
import type { Span } from '../article.js';
import type { LanguageRules } from '../languages/language-rules.js';

/** Nobody wraps lines wider than this, so their ends are paragraphs' ends. */
const MAX_WRAP_WIDTH = 120;
/** Lines below this width are headings, captions and items rather than wrapped prose. */
const MIN_WRAP_WIDTH = 40;
/** Lines without any full stop are items if none is longer. */
const MAX_ITEM_LENGTH = 50;
/** Where words aren't separated by spaces, a wrapped line may be this much shorter than the widest. */
const UNSPACED_SLACK = 4;
const MAX_FUNCTION_WORD = 4;
/** How much of a line's start and end is looked at. */
const EDGE = 60;

const ROW = /^\|/u;
const BULLET = /^[^\S\n]*[-*•‣◦⁃▪●○–—][^\S\n]/u;
const NUMBER = /^[^\S\n]*\(?(\d{1,3})(?:\.\)|[.)])[^\S\n]/u;
const ENDS_WITH_STOP = /[\p{Sentence_Terminal}…:;][\p{Pe}\p{Pf}"'*“«]*(?:\[[^\]]{1,12}\])*$/u;
const ENDS_OPEN = /[,;،、，–—&/(-]$/u;
const LAST_WORD = /[\p{L}\p{M}’']+$/u;
const FIRST_WORD = /^\p{L}+/u;
const FIRST_LETTER = /^[^\p{L}\p{N}\n]{0,4}([\p{L}\p{N}])/u;

/** The parts of the text within which sentences are looked for; together they hold all that isn't white space. */
export function* walkLines(text: string, rules: LanguageRules): Generator<Span> {
  for (const paragraph of walkParagraphs(text)) {
    let start = paragraph[0]?.start ?? 0;
    const width = paragraph.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
    const isItems = paragraph.length > 2 && paragraph.every((line) => isItem(text, line));
    for (const [at, line] of paragraph.entries()) {
      const next = paragraph[at + 1];
      if (next && isItems && isContinuation(text, line, next)) continue;
      if (next && !isItems && !endsParagraph(text, line, next, width, rules)) continue;
      yield { start, end: line.end };
      start = next?.start ?? line.end;
    }
  }
}

/** Lines, without the white space around them, grouped between blank lines. */
function* walkParagraphs(text: string): Generator<Span[]> {
  let current: Span[] = [];
  for (let from = 0; from < text.length; ) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    if (line.trim() !== '') current.push({ start, end: start + line.trim().length });
    else if (current.length > 0) {
      yield current;
      current = [];
    }
    from = to + 1;
  }
  if (current.length > 0) yield current;
}

function isItem(text: string, { start, end }: Span): boolean {
  if (end - start > MAX_ITEM_LENGTH) return false;
  const line = text.slice(start, end);
  return !ENDS_WITH_STOP.test(line) && !ENDS_OPEN.test(line);
}

function endsParagraph(text: string, line: Span, next: Span, width: number, rules: LanguageRules): boolean {
  const tail = text.slice(Math.max(line.start, line.end - EDGE), line.end);
  const head = text.slice(next.start, Math.min(next.end, next.start + EDGE));
  const isStopped = ENDS_WITH_STOP.test(tail);
  if (BULLET.test(head) || ROW.test(head)) return true;
  if (isContinuation(text, line, next)) return false;
  if (startsNumberedItem(text, line, next, rules)) return isStopped || !endsInsidePhrase(tail, rules);
  const first = FIRST_LETTER.exec(head)?.[1];
  if (first === undefined || /\p{Ll}/u.test(first)) return false;
  if (ENDS_OPEN.test(tail) || isStopped)
    return isStopped && width > MAX_WRAP_WIDTH && /[!?]$|\p{L}{4}\.$/u.test(tail);
  if (endsInsidePhrase(tail, rules)) return false;
  if (width > MAX_WRAP_WIDTH) return true;
  const isCased = /\p{Lu}/u.test(first);
  if (isCased && width < MIN_WRAP_WIDTH && !rules.capitalizesNouns) return true;
  return hadRoom(line, head, width);
}

/** An indented line below a list item belongs to the item. */
function isContinuation(text: string, line: Span, next: Span): boolean {
  const head = text.slice(line.start, line.start + EDGE);
  return (
    /[ \t]/u.test(text[next.start - 1] ?? '') &&
    (BULLET.test(head) || NUMBER.test(head)) &&
    !BULLET.test(text.slice(next.start, next.start + EDGE))
  );
}

/** "1." starts a list, and "3." goes on with one; "3. Oktober" is a date. */
function startsNumberedItem(text: string, line: Span, next: Span, rules: LanguageRules): boolean {
  const head = text.slice(next.start, Math.min(next.end, next.start + EDGE));
  const [marker, number] = NUMBER.exec(head) ?? [];
  if (marker === undefined) return false;
  const word = FIRST_WORD.exec(head.slice(marker.length))?.[0].toLowerCase() ?? '';
  if (marker.trim().endsWith('.') && rules.months.has(word)) return false;
  const before = NUMBER.exec(text.slice(line.start, line.start + EDGE))?.[1];
  const isNext = before !== undefined && Number(number) === Number(before) + 1;
  return (
    number === '1' ||
    isNext ||
    ENDS_WITH_STOP.test(text.slice(Math.max(line.start, line.end - EDGE), line.end))
  );
}

/** "of", "the", "und": a paragraph hardly ever ends so. */
function endsInsidePhrase(tail: string, { openers, prepositions }: LanguageRules): boolean {
  const word = LAST_WORD.exec(tail)?.[0] ?? '';
  return prepositions.has(word) || (word.length <= MAX_FUNCTION_WORD && openers.has(word));
}

/** Whether the next line's first word would have fitted on this one, so that the line's end is meant. */
function hadRoom(line: Span, next: string, width: number): boolean {
  const isUnspaced =
    /^[^\p{L}]{0,4}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
      next,
    );
  const needed = isUnspaced ? UNSPACED_SLACK : 1 + (/^\S+/u.exec(next)?.[0].length ?? 0);
  return line.end - line.start + needed <= width;
}
