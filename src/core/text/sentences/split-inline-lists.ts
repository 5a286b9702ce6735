// Splits lists that are written on one line: "1) Wake up 2) Get up", "a. Eggs b. Milk", "• Eggs • Milk".
import type { Span } from '../article.js';
import type { LanguageRules } from '../languages/language-rules.js';

const MARKER =
  /(?<=^|\s)(?:[•‣◦⁃▪●○]\s?)?(?:\((\d{1,3}|[ivx]{2,4}|\p{L})\)|(\d{1,3}|[ivx]{2,4}|\p{Ll}|\p{Lu}(?=\.?\)))(\.\)|[.)]))(?=\s+\S)|(?<=^|\s)([•‣◦⁃▪●○])(?=\s*[\p{L}\p{N}])/gu;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const FIRST_LETTER = /^\s*["“„«(]?([\p{L}\p{N}]+)/u;

interface Marker {
  readonly at: number;
  readonly end: number;
  /** ")" for "1)" and "(1)", "." for "1.", the bullet for a bullet. */
  readonly form: string;
  /** 1 for "1" and "a". */
  readonly place: number;
  /** 2 for "ii"; 0 if the label isn't a Roman numeral. */
  readonly romanPlace: number;
  readonly isBulleted: boolean;
}

/** The part, or its items if it holds a list on one line. */
export function splitInlineList(text: string, part: Span, rules: LanguageRules): readonly Span[] {
  const line = text.slice(part.start, part.end);
  const starts: number[] = [];
  let last: Marker | undefined;
  for (const match of line.matchAll(MARKER)) {
    const marker = readMarker(match);
    if (!last) {
      if (marker.at > 0) break;
      last = marker;
    } else if (follows(marker, last) && !continuesPhrase(line, marker, rules)) {
      starts.push(marker.at);
      last = marker;
    }
  }
  if (starts.length === 0) return [part];
  const cuts = [0, ...starts, line.length];
  return cuts.slice(1).map((end, at) => ({ start: part.start + (cuts[at] ?? 0), end: part.start + end }));
}

function readMarker(match: RegExpMatchArray): Marker {
  const { 0: whole, 1: inBrackets, 2: plain, 3: mark, 4: bullet, index: at = 0 } = match;
  const label = (inBrackets ?? plain ?? '').toLowerCase();
  const form = bullet ?? (inBrackets === undefined ? (mark ?? '') : '()');
  const place = /^\d/u.test(label)
    ? Number(label)
    : label.length === 1
      ? (label.codePointAt(0) ?? 0) - 96
      : 0;
  return {
    at,
    end: at + whole.length,
    form: `${form}${/^\d/u.test(label) ? '1' : 'a'}`,
    place,
    romanPlace: ROMAN.indexOf(label) + 1,
    isBulleted: /^[•‣◦⁃▪●○]/u.test(whole),
  };
}

function follows(marker: Marker, last: Marker): boolean {
  if (marker.place === 0 && marker.romanPlace === 0) return last.form === marker.form;
  if (marker.form !== last.form || marker.isBulleted !== last.isBulleted) return false;
  return (
    marker.place === last.place + 1 || (last.romanPlace > 0 && marker.romanPlace === last.romanPlace + 1)
  );
}

/** "vom 1. bis 2. Mai", "Am 1. Mai und 2. Juni": an ordinal, not a list's number. */
function continuesPhrase(line: string, marker: Marker, rules: LanguageRules): boolean {
  if (!marker.form.startsWith('.') || marker.form.startsWith('.)')) return false;
  const next = FIRST_LETTER.exec(line.slice(marker.end, marker.end + 30))?.[1] ?? '';
  const before = /(\p{L}+)\s+$/u.exec(line.slice(Math.max(0, marker.at - 30), marker.at))?.[1] ?? '';
  if (rules.months.has(next.toLowerCase()) || rules.openers.has(before)) return true;
  return rules.hasDottedOrdinals && marker.form === '.1' && !/^\p{Lu}/u.test(next);
}
