// German forms that stemming doesn't unify: "kostet" and "kosten", "gebaut" and "bauen", "Feueralarm".

const SEPARABLE = 'ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zu|zurück';
const PARTICIPLE = new RegExp(`^(${SEPARABLE})?ge(\\p{L}{2,}?)(?:e?t|en)$`, 'u');
const ENDINGS = ['t', 'et', 'e', 'te', 'ete', 'ten', 'eten', 'st', 'est', 'test', 'tet'];
const MIN_STEM = 2;
/** Letters between the parts of a compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e', 'er'];
/** Shorter parts are found in any word. */
const MIN_PART = 3;
const MIN_COMPOUND = 7;

/** What may be the infinitives of a form. The word is in lower case. */
export function listInfinitives(word: string): readonly string[] {
  const participle = PARTICIPLE.exec(word);
  const stems = [
    ...(participle ? [`${participle[1] ?? ''}${participle[2]}`] : []),
    ...ENDINGS.flatMap((ending) => (word.endsWith(ending) ? [word.slice(0, -ending.length)] : [])),
  ];
  return stems.filter(({ length }) => length >= MIN_STEM).flatMap((stem) => [`${stem}en`, `${stem}n`]);
}

/**
 * Splits a compound into two parts that are both known, with the longest possible second part, which is what the word
 * names: "Urlaubs|tage".
 * @param word in lower case
 */
export function splitCompound(
  word: string,
  isKnown: (part: string) => boolean,
): readonly [string, string] | undefined {
  if (word.length < MIN_COMPOUND) return undefined;
  for (let at = MIN_PART; at <= word.length - MIN_PART; at += 1) {
    const tail = word.slice(at);
    if (!isKnown(tail)) continue;
    for (const link of LINKS) {
      const head = word.slice(0, at - link.length);
      const hasLink = word.slice(0, at).endsWith(link);
      if (hasLink && head.length >= MIN_PART && isKnown(head)) return [head, tail];
    }
  }
  return undefined;
}
