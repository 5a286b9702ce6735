// Escapes text from articles, models and people, so that Discord shows it exactly as it was written. Also cuts it to size.

/** Any of these can start markup; after a backslash it is shown as it is. */
const MARKUP = /[\\*_~`|[\]()<>@#]/gu;
/** Lists, ordered items and small text ("-#") start a line. */
const LINE_START = /^([^\S\n]*)(?=[-+])|^([^\S\n]*\d+)(?=\.(?:\s|$))/gmu;
/** Discord would turn "https://…" into a link; only citations and titles may be links. */
const SCHEME = /:\/\//gu;
/** ":name:" would become an emoji. MARKUP covers "<t:…>". */
const EMOJI_NAME = /:(?=[\w+-]+:)/gu;
/**
 * These change the direction of the text that follows, so that it can read as something else (CVE-2021-42574). No script
 * needs them: https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Escapes all of Discord's Markdown: https://support.discord.com/hc/en-us/articles/210298617 */
export function escapeMarkdown(text: string): string {
  return stripDirectionOverrides(text)
    .replace(MARKUP, '\\$&')
    .replace(SCHEME, ':\\/\\/')
    .replace(EMOJI_NAME, '\\:')
    .replace(LINE_START, '$&\\');
}

/** For text that Discord shows without Markdown, such as a choice. */
function stripDirectionOverrides(text: string): string {
  return text.replace(DIRECTION_OVERRIDES, '');
}

/** One line for a place without Markdown, such as a button: at most `maxChars` UTF-16 units including an ellipsis. */
export function shorten(text: string, maxChars: number): string {
  const line = stripDirectionOverrides(text).replace(/\s+/gu, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, maxChars - 1);
  return `${isHighSurrogate(cut.charCodeAt(cut.length - 1)) ? cut.slice(0, -1) : cut}…`;
}

/** Escapes and joins lines: a line break in a title would end its heading or link label. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
}

/**
 * Splits text into parts of at most `maxChars` UTF-16 units: at the last line break if it is in the second half, else at
 * the last whitespace, else anywhere. It never splits a surrogate pair, or a backslash from the character it escapes. Only
 * whitespace at the cuts is lost.
 */
export function splitText(text: string, maxChars: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxChars) {
    const window = rest.slice(0, maxChars + 1);
    const atLine = window.lastIndexOf('\n');
    const atSpace = atLine > maxChars / 2 ? atLine : window.search(/\s\S*$/u);
    let cut = atSpace > 0 ? atSpace : maxChars;
    if (atSpace <= 0) {
      if (isHighSurrogate(rest.charCodeAt(cut - 1))) cut -= 1;
      const backslashes = /\\+$/.exec(rest.slice(0, cut))?.[0].length ?? 0;
      if (backslashes % 2 === 1) cut -= 1;
    }
    parts.push(rest.slice(0, Math.max(1, cut)).trimEnd());
    rest = rest.slice(Math.max(1, cut)).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

/** The start of a text, escaped, in at most `maxChars` UTF-16 units including an ellipsis if it was cut. */
export function escapeStart(text: string, maxChars: number): string {
  const [first = '', ...more] = splitText(escapeMarkdown(text), maxChars - 2);
  return more.length > 0 ? `${first} …` : first;
}

/** The end of a text, escaped, in at most `maxChars` UTF-16 units including an ellipsis if it was cut. */
export function escapeEnd(text: string, maxChars: number): string {
  const whole = text.trim();
  const fits = (part: string) => escapeMarkdown(part).length <= maxChars - 2;
  let rest = whole.slice(-maxChars);
  if (rest === whole && fits(whole)) return escapeMarkdown(whole);
  do {
    const atSpace = rest.search(/\s/u);
    // Text in a script without spaces is cut between characters.
    rest = atSpace === -1 ? [...rest].slice(1).join('') : rest.slice(atSpace).trimStart();
  } while (!fits(rest));
  return `… ${escapeMarkdown(rest)}`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
