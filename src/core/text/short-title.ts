// Titles inside our own sentences: short, and without a second pair of quotation marks.

/** A longer title is cut, in characters. */
const MAX_CHARS = 50;
/** What stands before a colon or dash must have this many words to name an article. */
const MIN_WORDS = 2;
const BREAK = /\s*:\s+|\s+[–—-]\s+/gu;
const QUOTED = /^(?:"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«)$/u;
/** The marks of a quotation inside a quotation. */
const INNER: Readonly<Record<string, string>> = {
  ...{ '"': "'", '“': '‘', '”': '’', '„': '‚', '«': '‹', '»': '›' },
};

/**
 * A title to put between quotation marks in a sentence. A long one is cut at a colon or dash, or at a word with an ellipsis.
 * Marks around all of it are left out, and those inside become single ones.
 */
export function shortenTitle(title: string): string {
  const plain = title.replace(/\s+/gu, ' ').trim();
  return unquoteTitle([...plain].length <= MAX_CHARS ? plain : (firstPart(plain) ?? cutAtWord(plain)));
}

/** The longest beginning that fits and ends before a colon or dash. */
function firstPart(title: string): string | undefined {
  return [...title.matchAll(BREAK)]
    .map(({ index }) => title.slice(0, index))
    .filter(
      (part) => [...part].length <= MAX_CHARS && part.split(' ').length >= MIN_WORDS && isBalanced(part),
    )
    .at(-1);
}

function cutAtWord(title: string): string {
  const start = [...title].slice(0, MAX_CHARS).join('');
  const words = /\s/u.test(start) ? start.replace(/\s+\S*$/u, '') : start;
  return `${words.replace(/[\s,;:–—-]+$/u, '')} …`;
}

/** A title to put between quotation marks: without marks around all of it, and with single ones inside. */
export function unquoteTitle(title: string): string {
  if (QUOTED.test(title)) return title.slice(1, -1);
  return title.replace(/["“”„«»]/gu, (mark) => (isBalanced(title) ? (INNER[mark] ?? mark) : ''));
}

function isBalanced(text: string): boolean {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/[“„”]/gu) % 2 === 0 && count(/[«»]/gu) % 2 === 0;
}
