// Estimates how many tokens a text takes. Exact counts differ between models and would cost a call.

/**
 * Characters per token, by kind of script. Measured with byte-pair vocabularies of about 100,000 to 200,000 entries and
 * rounded down, so that estimates tend to be too high.
 */
const CHARS_PER_TOKEN = { ascii: 3.5, spaced: 2, unspaced: 0.9 } as const;

const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ASCII = /[\x00-\x7F]/g;

/** Estimated number of tokens; at least 1 for any text that isn't empty. */
export function estimateTokens(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const ascii = text.match(ASCII)?.length ?? 0;
  const spaced = text.length - unspaced - ascii;
  return Math.ceil(
    ascii / CHARS_PER_TOKEN.ascii + spaced / CHARS_PER_TOKEN.spaced + unspaced / CHARS_PER_TOKEN.unspaced,
  );
}
