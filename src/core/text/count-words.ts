// Counts words in every script, in one pass, because a book has millions of characters.

/** In scripts without spaces, this many characters count as one word. */
const CHARS_PER_UNSPACED_WORD = 2;
/** In one very long word, this many characters count as three words. */
const LONG_WORD_CHARS = 30;
const WORDS_PER_LONG_WORD = 3;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Below it, no script does without spaces. */
const FIRST_UNSPACED = 0x0e00;
const [LETTER, SPACE, UNSPACED_LETTER] = [1, 2, 3];

/** Of each UTF-16 unit: unknown (0), or one of the kinds above. */
const kinds = new Uint8Array(0x1_0000);

/**
 * Counts words separated by spaces. In scripts without spaces, two characters count as one word. In one very long word,
 * ten characters do.
 */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let length = 0;
  const close = () => {
    const rest = length % LONG_WORD_CHARS;
    words += ((length - rest) / LONG_WORD_CHARS) * WORDS_PER_LONG_WORD + (rest > 0 ? 1 : 0);
    length = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1));
    const kind = isPair ? kindOf(text.slice(at, at + 2)) : kinds[unit] || learn(unit);
    if (kind === LETTER) length += isPair ? 2 : 1;
    else {
      if (length > 0) close();
      if (kind === UNSPACED_LETTER) unspaced += 1;
    }
    if (isPair) at += 1;
  }
  close();
  return words + Math.ceil(unspaced / CHARS_PER_UNSPACED_WORD);
}

function learn(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  return character.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(character) ? UNSPACED_LETTER : LETTER;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
