// "The agency" as "the coastal agency", where the article knows only one agency.
import type { Token } from '../parse/token.js';

/** Words that tell one thing from another of its kind, rather than describe it. */
const TELLING_APART = new Set(
  'new old other same first second third last next former latter whole entire own only more less this that these those each every all both no some any such'.split(
    ' ',
  ),
);

/**
 * The sentence with the word in front of its nouns that the article always puts there. Only for words of the claim.
 * @param claim what is compared: nothing else is put in
 * @param modifiersOf the words that the article puts right in front of a noun
 */
export function expandDefiniteNouns(
  tokens: readonly Token[],
  claim: readonly Token[],
  modifiersOf: (noun: string) => ReadonlySet<string>,
): readonly Token[] {
  const wanted = new Map(
    claim.flatMap((token, index): [string, Token][] => {
      const noun = claim[index + 1];
      const isPair =
        /^(?:NOUN|ADJ|PROPN)$/.test(token.pos) &&
        /^(?:NOUN|PROPN)$/.test(noun?.pos ?? '') &&
        noun?.mark === '';
      return isPair ? [[noun?.key ?? '', token]] : [];
    }),
  );
  return tokens.flatMap((token, index) => {
    const modifier = wanted.get(token.key);
    const isBare = token.pos === 'NOUN' && token.article === 'the' && tokens[index + 1]?.pos !== 'NOUN';
    if (!modifier || !isBare) return [token];
    const [only] = modifiersOf(token.text);
    const isOnly = modifiersOf(token.text).size === 1 && only === modifier.text.toLowerCase();
    if (!isOnly || TELLING_APART.has(only)) return [token];
    const { mark, article, start, end, isQuoted } = token;
    return [
      { ...modifier, mark, article, start, end, isQuoted },
      { ...token, mark: '', article: undefined },
    ];
  });
}

/** The words that stand right in front of a noun anywhere in a text, in lower case. */
export function findModifiers(text: string, noun: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(
    new RegExp(`(\\p{L}[\\p{L}'’-]*) ${escapeWord(noun)}(?!\\p{L})`, 'giu'),
  )) {
    const lower = word.toLowerCase();
    if (!NO_MODIFIERS.has(lower) && !/['’]s?$/u.test(lower)) found.add(lower);
  }
  return found;
}

const NO_MODIFIERS = new Set(
  'the a an this that his her its their our my your of in on at to for from by with and or but as is are was were be one two three four five six seven eight nine ten any no every each whose which'.split(
    ' ',
  ),
);

const escapeWord = (word: string): string => word.replace(/[^\p{L}\p{M}\p{N}]/gu, '\\$&');
