// Caches tokens by their characters in the text. A cached token needs no new string, which would be most of
// the cost of tokenizing.

export interface CachedToken {
  readonly surface: string;
  readonly language: string;
}

/** Longer words rarely repeat, so they aren't cached. */
const MAX_TOKEN_LETTERS = 64;

/**
 * An open-addressing hash table with linear probing, hashed by 32-bit FNV-1a:
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export class TokenCache<T extends CachedToken> {
  readonly #maxTokens: number;
  readonly #mask: number;
  readonly #hashes: Int32Array;
  readonly #words: (T | undefined)[];
  readonly #read: (surface: string, language: string) => T;
  #size = 0;

  /**
   * @param maxTokens the cache is cleared when it would exceed this many tokens
   * @param read creates a token that isn't cached
   */
  constructor(maxTokens: number, read: (surface: string, language: string) => T) {
    // At most half full, which keeps probe sequences short.
    const places = 2 ** Math.ceil(Math.log2(maxTokens * 2));
    this.#maxTokens = maxTokens;
    this.#mask = places - 1;
    this.#hashes = new Int32Array(places);
    this.#words = new Array<T | undefined>(places).fill(undefined);
    this.#read = read;
  }

  /** Returns the token from `start` to `end` of a text. */
  at(text: string, start: number, end: number, language: string): T {
    if (end - start > MAX_TOKEN_LETTERS) return this.#read(text.slice(start, end), language);
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let place = (hash ^ (hash >>> 15)) & this.#mask;
    for (let known = this.#words[place]; known; known = this.#words[place]) {
      const isSame = this.#hashes[place] === hash && known.language === language;
      if (isSame && isAt(text, start, end, known.surface)) return known;
      place = (place + 1) & this.#mask;
    }
    const word = this.#read(copyOf(text, start, end), language);
    if (this.#size < this.#maxTokens) {
      this.#hashes[place] = hash;
      this.#words[place] = word;
      this.#size += 1;
    } else {
      this.#words.fill(undefined);
      this.#size = 0;
    }
    return word;
  }
}

function isAt(text: string, start: number, end: number, surface: string): boolean {
  if (surface.length !== end - start) return false;
  for (let at = 0; at < surface.length; at += 1)
    if (text.charCodeAt(start + at) !== surface.charCodeAt(at)) return false;
  return true;
}

/** Copies the characters, because a slice would keep the whole text in memory. */
function copyOf(text: string, start: number, end: number): string {
  const codes = Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at));
  return String.fromCharCode(...codes);
}
