// Finds the marks that may end a sentence, with the closing quotes, brackets and reference marks after them.

/** A place where a sentence may end, in offsets of the text. */
export interface Stop {
  /** The mark or marks: ".", "?!", "...", "。". */
  readonly mark: string;
  readonly start: number;
  /** Where closing quotes, brackets and reference marks end. */
  readonly end: number;
  /** What closes after the mark. */
  readonly closers: string;
  /** Where the text goes on, after white space. */
  readonly next: number;
}

/** Full stops of every script. A semicolon asks in Greek, and a colon ends a sentence in Armenian. */
const MARK =
  /(?:(?<=\p{sc=Greek}[»”")]?);(?=\s|$)|(?<=\p{sc=Armenian}):(?=\s|$)|[\p{Sentence_Terminal}…](?<![၊]))(?:[\p{Sentence_Terminal}…](?<![၊]))*/gu;
/** "[3]", "[a]", "[2–11]", "[citation needed]", "(1)". */
const REFERENCE = /(?<=[\p{Ll}.]\.?)\(\d{1,2}\)(?=\s+\p{Lu})|\[[\p{L}\p{N}][\p{L}\p{N} ,.:–-]{0,23}\]/uy;
/** Closing marks, and invisible ones such as those of writing direction. */
const CLOSER = /''|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\p{Pe}\p{Pf}"'’*†‡§¹²³⁰-⁹”»]|[“«](?!\p{L})/uy;
const BLANK = /\s*/uy;
/** A closing mark past a space: "« Oui ! » dit-il", "away. [3] Then". */
const SPACED_CLOSER = /[\s\u00A0\u202F]{1,2}(?:[»”](?=\s|$|[,.;:])|\[\d{1,3}\](?=\s+[\p{Lu}\p{Lo}[]|\s*$))/uy;
/** A plain figure from a printed footnote: "It fell.1 The rest stood." */
const BARE_REFERENCE = /(?<=\p{Ll}{3}\.)\d{1,2}(?=\s+\p{Lu})/uy;
/** A spaced ellipsis: " . . ." */
const SPACED_DOTS = /\.(?: \.){2,6}/uy;

export function* findStops(text: string): Generator<Stop> {
  let from = 0;
  for (const { 0: first, index: start } of text.matchAll(MARK)) {
    if (start < from) continue;
    const dots = first === '.' || first === '..' ? match(SPACED_DOTS, text, start) : '';
    const mark = dots.length > first.length ? dots : first;
    const closersAt = start + mark.length;
    let end = closersAt;
    for (;;) {
      const closer =
        match(REFERENCE, text, end) ||
        match(CLOSER, text, end) ||
        (end > start + 40 ? '' : match(SPACED_CLOSER, text, end)) ||
        (end === closersAt && match(BARE_REFERENCE, text, end));
      if (!closer) break;
      end += closer.length;
    }
    const next = end + match(BLANK, text, end).length;
    from = end;
    yield { mark, start, end, closers: text.slice(closersAt, end), next };
  }
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
