// Characters that a reader doesn't see.

/** Soft hyphens, zero-width spaces, and marks that could hide text or turn it around. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Removes invisible characters. The joiners that emoji and some scripts need stay. */
export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being replaced
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * Replaces control characters by spaces and lone surrogates by U+FFFD, so that text can be stored and sent. Newlines and
 * tabs stay, and so do all offsets.
 */
export function replaceControls(text: string): string {
  return text.toWellFormed().replace(CONTROL, ' ');
}
