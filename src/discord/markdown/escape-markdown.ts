// Text of articles, models and people, made safe to stand in Discord's Markdown: it looks as it was written.

/** A backslash before any of these shows the character itself, whatever it would have begun. */
const MARKUP = /[\\*_~`|[\]()<>@#]/gu;
/** A list, a heading's "-#" or an ordered item begins a line. */
const LINE_START = /^([^\S\n]*)(?=[-+])|^([^\S\n]*\d+)(?=\.(?:\s|$))/gmu;
/** "https://…" would become a link of its own; the only links shown are citations. */
const SCHEME = /:\/\//gu;
/** ":name:" would become an emoji, "<t:…>" is taken care of above. */
const EMOJI_NAME = /:(?=[\w+-]+:)/gu;
/**
 * Turns the direction of all that follows, so that text reads as what it is not (CVE-2021-42574); what a script needs
 * it does without: https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Escapes all of Discord's Markdown: https://support.discord.com/hc/en-us/articles/210298617 */
export function escapeMarkdown(text: string): string {
  return stripDirectionOverrides(text)
    .replace(MARKUP, '\\$&')
    .replace(SCHEME, ':\\/\\/')
    .replace(EMOJI_NAME, '\\:')
    .replace(LINE_START, '$&\\');
}

/** For what is shown as plain text, such as a choice. */
export function stripDirectionOverrides(text: string): string {
  return text.replace(DIRECTION, '');
}

/** On one line: for titles, which would break out of a heading or a link's label. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
}

/**
 * Cuts text into parts of at most `maxChars` UTF-16 units, at a line's end where one is in the latter half, else at white
 * space where there is any. Never inside a surrogate pair or between a backslash and what it escapes. Only white space
 * at the cuts is lost.
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

/** The beginning of a text, escaped, in at most `maxChars` with an ellipsis where something is left out. */
export function escapeStart(text: string, maxChars: number): string {
  const [first = '', ...more] = splitText(escapeMarkdown(text), maxChars - 2);
  return more.length > 0 ? `${first} …` : first;
}

/** The end of a text, escaped, in at most `maxChars` with an ellipsis where something is left out. */
export function escapeEnd(text: string, maxChars: number): string {
  const whole = text.trim();
  const isFit = (part: string) => escapeMarkdown(part).length <= maxChars - 2;
  let kept = whole.slice(-maxChars);
  if (kept === whole && isFit(whole)) return escapeMarkdown(whole);
  do {
    const atSpace = kept.search(/\s/u);
    // A script that is written without spaces is cut between characters.
    kept = atSpace === -1 ? [...kept].slice(1).join('') : kept.slice(atSpace).trimStart();
  } while (!isFit(kept));
  return `… ${escapeMarkdown(kept)}`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
