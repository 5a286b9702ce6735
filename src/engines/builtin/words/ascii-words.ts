// Fast path of the tokenizer for ASCII text: finds the same words as the analyzer's regular expression in one
// pass.

/** ASCII plus typographic quotes, dashes and dots. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const PLAIN = /^[\x00-\x7F\u2010-\u2027]*$/;

const UPPER = 1;
const LOWER = 2;
const DIGIT = 4;
const LETTER = UPPER | LOWER;
const CHAR_CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Z]/.test(sign) ? UPPER : /[a-z]/.test(sign) ? LOWER : /[0-9]/.test(sign) ? DIGIT : 0;
});
const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const APOSTROPHE = 0x27;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

export function isAscii(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Calls `found` with the span of each word: abbreviations with full stops (`U.S.`), numbers with separators
 * (`1,200.50`), words with apostrophes (`isn't`).
 */
export function findAsciiWords(text: string, found: (start: number, end: number) => void): void {
  const classAt = (at: number): number => CHAR_CLASSES[text.charCodeAt(at)] ?? 0;
  const skip = (from: number, classes: number): number => {
    let at = from;
    while (classAt(at) & classes) at += 1;
    return at;
  };
  for (let start = 0; start < text.length; ) {
    const charClass = classAt(start);
    if (charClass === 0) {
      start += 1;
      continue;
    }
    let end = start;
    if (charClass === UPPER) {
      while (classAt(end) === UPPER && text.charCodeAt(end + 1) === FULL_STOP) end += 2;
      if (end < start + 4) end = start;
    }
    if (charClass === DIGIT) {
      end = skip(start, DIGIT);
      while (isOneOf(text.charCodeAt(end), FULL_STOP, COMMA) && classAt(end + 1) === DIGIT)
        end = skip(end + 1, DIGIT);
    } else if (end === start) {
      end = skip(start, LETTER | DIGIT);
      while (isOneOf(text.charCodeAt(end), APOSTROPHE, TYPOGRAPHIC_APOSTROPHE) && classAt(end + 1) & LETTER)
        end = skip(end + 1, LETTER);
    }
    found(start, end);
    start = end;
  }
}

function isOneOf(code: number, one: number, other: number): boolean {
  return code === one || code === other;
}
