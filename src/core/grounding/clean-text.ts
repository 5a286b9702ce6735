// A message as plain text: without Discord's Markdown, mentions, links and the markers of our own answers.

const RULES: readonly (readonly [RegExp, string])[] = [
  // "[[1]](https://…)", "\\[1\\]" and "[1]": markers.
  [/\s?\[{1,2}\d{1,3}\]{1,2}\([^\s()]{0,2000}\)/gu, ''],
  [/\s?\\?\[\d{1,3}\\?\]/gu, ''],
  // "[text](https://…)": the text.
  [/\[([^[\]]{1,300})\]\(<?[^\s()<>]{1,2000}>?\)/gu, '$1'],
  [/<[@#:a][^<>]{0,100}>|https?:\/\/\S+/gu, ' '],
  [/^(?:>{1,3}|-#|#{1,3}|[-*•])\s+/gmu, ''],
  [/\*{1,3}|_{2,3}|~~|\|\||`{1,3}/gu, ''],
  [/\\(?=[^\p{L}\p{N}\s])/gu, ''],
  [/\s+/gu, ' '],
];

/** One line of plain text. */
export function cleanText(text: string): string {
  return RULES.reduce(
    (cleaned, [pattern, replacement]) => cleaned.replace(pattern, replacement),
    text,
  ).trim();
}

/** Discord's small print and headings, such as the titles below our own answers, as spaces: offsets stay the same. */
export function blankSmallPrint(message: string): string {
  return message.replace(/^(?:-#|#{1,3})\s.*$/gmu, (line) => ' '.repeat(line.length));
}
