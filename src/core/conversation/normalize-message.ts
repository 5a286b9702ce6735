// Brings a message into the form in which phrases are compared.

/** Longer messages are always questions. Keeps regular expressions fast. */
const MAX_PHRASE_CHARS = 110;
/** How people shorten words. Applied to whole words of English messages. */
const SHORTHAND: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  r: 'are',
  y: 'why',
  whats: 'what is',
  whos: 'who is',
  wheres: 'where is',
  whens: 'when is',
  hows: 'how is',
  thats: 'that is',
  wat: 'what',
  wut: 'what',
  wats: 'what is',
  wuts: 'what is',
  dis: 'this',
  abt: 'about',
  plz: 'please',
  pls: 'please',
};

/**
 * Lower case, without accents, apostrophes, punctuation and emoji; words separated by one space; letters that are
 * repeated for emphasis once. Empty if there are no letters or digits, or if the message is too long for a phrase.
 */
export function normalizeMessage(message: string): string {
  const words = normalizeText(message);
  return words.length > MAX_PHRASE_CHARS ? '' : words;
}

/** Like {@link normalizeMessage}, of any length. */
export function normalizeText(message: string): string {
  const letters = message
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe');
  return letters
    .replace(/tl\s*;\s*dr/g, 'tldr')
    .replace(/(?<=\p{L})['’`´](?=s\b|t\b|m\b|re\b|ll\b|ve\b|d\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim();
}

/** Writes shortened English words in full: "whats ur name" → "what is your name". */
export function expandShorthand(normalized: string): string {
  return normalized
    .split(' ')
    .map((word) => SHORTHAND[word] ?? word)
    .join(' ');
}
