// Finds quoted phrases, and anything that could lead readers elsewhere: links, mentions, Markdown and HTML.

const QUOTED_PHRASES: readonly RegExp[] = [
  /“([^“”]+)(?:”|$)/gu,
  /"([^"]+)(?:"|$)/gu,
  /«([^«»]+)(?:»|$)/gu,
  /„([^„“”]+)(?:[“”]|$)/gu,
  /「([^「」]+)(?:」|$)/gu,
  /『([^『』]+)(?:』|$)/gu,
  // Single quotes are also apostrophes, so they count only at word boundaries.
  /(?<![\p{L}\p{N}])[‘']([^‘’'\n]+(?:['’]\p{L}+[^‘’'\n]*)*)['’](?![\p{L}\p{N}])/gu,
];
/** Links, mentions and markup that Discord or a browser would interpret. */
const LINK =
  /(?:\p{L}[\w+.-]*:\/\/|www\.|mailto:|discord\.gg)[^\s<>()[\]]*|(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?|[\w.+-]+@[\w-]+\.\w+|<[@#a-z/!:][^>]*>?|@\p{L}+|\]\s*\(|!\[|\|\||~~|`+|\|/giu;

/** Finds the phrases in quotation marks, normalized. An unclosed quote extends to the end. */
export function readQuotes(text: string): readonly string[] {
  return QUOTED_PHRASES.flatMap((pair) =>
    [...text.matchAll(pair)].map(([, phrase = '']) => normalizeQuote(phrase)),
  ).filter((phrase) => phrase !== '');
}

/** Whether the text contains the phrase word for word. An ellipsis in the phrase matches anything. */
export function containsQuote(text: string, phrase: string): boolean {
  const plain = ` ${normalizeQuote(text)} `;
  return phrase.split(/\s*(?:\.{3}|…|\[…\])\s*/u).every((part) => {
    const at = plain.indexOf(part);
    if (part === '' || at < 0) return part === '';
    // Matches whole words only: "unity" isn't a quote from "community".
    const [before = '', after = ''] = [plain[at - 1], plain[at + part.length]];
    return (
      /\p{sc=Han}|\p{sc=Thai}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(part) ||
      !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after))
    );
  });
}

/** Lower case, one kind of apostrophe and dash, single spaces, no quotation marks or punctuation at the ends. */
function normalizeQuote(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»"「」『』]/gu, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** Finds links, mentions and markup. */
export function readLinks(text: string): readonly string[] {
  return [...text.matchAll(LINK)].map(([part]) => part.replace(/[.,;:!?]+$/u, ''));
}
