// Removes secrets from what servers and libraries say, before anyone reads it.

const SECRET = '[secret]';
/** Shorter parts of a key occur in ordinary words. */
const MIN_ECHO_CHARS = 4;
/** A word, with what servers put in the place of the part they hide. */
const WORD = /[\w.…*-]{4,}[\w…*]/gu;
const HIDDEN_PART = /\*{2,}|\.{3,}|…/u;
/** How the keys of providers begin. */
const KNOWN_KEY = /\b(?:sk|pk|rk|gsk|xai|hf)[-_][\w*-]{4,}/gu;
const USER_INFO = /(?<=\b\w+:\/\/)[^\s/@]+@/gu;
const HEADER_VALUE = /"[^"]*"(?= is an invalid header value)/gu;

/** @param key redacted as a whole, and in the parts of it that a server echoes, such as `abcd***wxyz` */
export function redactSecrets(text: string, key: string | undefined): string {
  const withoutKey = key ? text.replaceAll(key, SECRET) : text;
  return withoutKey
    .replace(USER_INFO, `${SECRET}@`)
    .replace(HEADER_VALUE, SECRET)
    .replace(WORD, (word) => (key !== undefined && isEcho(word, key) ? SECRET : word))
    .replace(KNOWN_KEY, SECRET);
}

function isEcho(word: string, key: string): boolean {
  if (word.length >= 2 * MIN_ECHO_CHARS && key.includes(word)) return true;
  if (!HIDDEN_PART.test(word)) return false;
  const [start = ''] = word.split(HIDDEN_PART);
  const end = word.split(HIDDEN_PART).at(-1) ?? '';
  const isStart = start.length >= MIN_ECHO_CHARS && key.startsWith(start);
  return isStart || (end.length >= MIN_ECHO_CHARS && key.endsWith(end));
}
