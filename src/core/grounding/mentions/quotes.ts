// Quoted phrases, and all that could lead away from the article: links, mentions, marks of Markdown and HTML.

const PAIRS: readonly RegExp[] = [
  /“([^“”]+)(?:”|$)/gu,
  /"([^"]+)(?:"|$)/gu,
  /«([^«»]+)(?:»|$)/gu,
  /„([^„“”]+)(?:[“”]|$)/gu,
  /「([^「」]+)(?:」|$)/gu,
  /『([^『』]+)(?:』|$)/gu,
  // Single quotes are apostrophes as well: they open after a space and close before one.
  /(?<![\p{L}\p{N}])[‘']([^‘’'\n]+(?:['’]\p{L}+[^‘’'\n]*)*)['’](?![\p{L}\p{N}])/gu,
];
/** Links, mentions and marks that Discord or a browser would make something of. */
const LEADING_AWAY =
  /(?:\p{L}[\w+.-]*:\/\/|www\.|mailto:|discord\.gg)[^\s<>()[\]]*|(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?|[\w.+-]+@[\w-]+\.\w+|<[@#a-z/!:][^>]*>?|@\p{L}+|\]\s*\(|!\[|\|\||~~|`+|\|/giu;

/** What stands between quotation marks, an unclosed one to the end; white space and quotation marks made plain. */
export function readQuotes(text: string): readonly string[] {
  return PAIRS.flatMap((pair) =>
    [...text.matchAll(pair)].map(([, phrase = '']) => plainQuote(phrase)),
  ).filter((phrase) => phrase !== '');
}

/** Whether the text holds the phrase word for word; an ellipsis in it may stand for anything. */
export function holdsQuote(text: string, phrase: string): boolean {
  const plain = ` ${plainQuote(text)} `;
  return phrase.split(/\s*(?:\.{3}|…|\[…\])\s*/u).every((part) => {
    const at = plain.indexOf(part);
    if (part === '' || at < 0) return part === '';
    // A phrase of whole words: "unity" is not quoted from "community".
    const [before = '', after = ''] = [plain[at - 1], plain[at + part.length]];
    return (
      /\p{sc=Han}|\p{sc=Thai}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(part) ||
      !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after))
    );
  });
}

/** Lower case, one kind of quotation mark and dash, single spaces, no punctuation at the ends. */
function plainQuote(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»"「」『』]/gu, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** Parts of a sentence that lead away from it, as they stand. */
export function readLinks(text: string): readonly string[] {
  return [...text.matchAll(LEADING_AWAY)].map(([part]) => part.replace(/[.,;:!?]+$/u, ''));
}
