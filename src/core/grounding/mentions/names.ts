// Finds names in a sentence and looks for them in other texts, also inflected, as acronyms or in another script.
import type { Analyzer } from '../../ports.js';
import type { ParsedText, Word } from '../parsed-text.js';
import { regionNamesFor } from './regions.js';
import { foldName, phoneticKey, scriptOf, sharedPrefix } from './romanize.js';

/** A run of capitalized words. */
export interface Name {
  readonly words: readonly Word[];
  /** A single word at the start of a sentence, so that its capital says nothing. */
  readonly isOpening: boolean;
  /** A single German word that isn't an acronym. German capitalizes all nouns, so it may not be a name. */
  readonly isGermanNoun?: boolean | undefined;
}

/** Titles, which are compared as ordinary words even if they are capitalized. */
const TITLES = new Set(
  'mr mrs ms miss dr prof professor president prime minister chancellor king queen prince princess sir lord lady senator governor mayor secretary general captain judge justice pope saint chief director officer executive chairman ceo minister herr frau präsident kanzler bundeskanzler monsieur madame président señor señora presidente i'.split(
    ' ',
  ),
);
/** English words that often open a sentence without an article and aren't names. */
const COMMON_OPENING_WORD =
  /(?:s|ing|ed|ly|ion|ment|ness|ity|ance|ence|ers?)$|^(?:people|police|researchers|women|men|children|nobody|everyone|someone|anyone|water|rain|music|work|life|today|yesterday|tomorrow|later|last|next|two|three|four|five|six|seven|eight|nine|ten|half|part|despite|although|thanks|due|most|nearly|almost|around|roughly|early|former|long|new|local|several|additional|further|despite|unlike|like|given|together|overall|instead|within|without|because|since|while|once|until|unless|whether|according|per|soon|ever|even|much|such|other|another|following|prior|first|second|third|data|evidence|sentence|article|text|answer|sure|yes|government|parliament|critics)$/i;
/** English verbs that often follow a name at the start of a sentence. */
const VERB_AFTER_NAME =
  /^(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|said|says|told|went|came|made|took|gave|won|lost|became|began|met|left|wrote|led|held|saw|got|also|then|and|later|\p{Ll}{2,}ed)$/u;
/** Endings that turn a country into its demonym: "Ukraine" and "Ukrainian". */
const COUNTRY_ENDING = /^(?:|a|e|y|ia|ain|o)$/;
const DEMONYM_ENDING = /^(?:n|an|ian|ean|ish|ese|i|ic)s?$/;
const IRREGULAR_DEMONYMS: ReadonlyMap<string, string> = new Map(
  'french=france spanish=spain dutch=netherlands greek=greece danish=denmark turkish=turkey welsh=wales irish=ireland polish=poland swedish=sweden scottish=scotland finnish=finland english=england swiss=switzerland british=britain american=america usa=us briton=britain greeks=greece'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
/** Maximum distance in words between two words of one name, which may have a title or an apposition between them. */
const MAX_NAME_GAP = 6;
/** Languages that inflect names by their endings. */
const INFLECTING_LANGUAGES = new Set(
  'ru uk be bg sr hr sl cs sk pl lt lv et fi hu el ro tr de la'.split(' '),
);

/** Finds the names of a sentence. Returns nothing for text in capitals only. */
export function readNames({ words, text, language }: ParsedText): readonly Name[] {
  if (!/\p{Ll}/u.test(text)) return [];
  const names: { words: Word[]; isOpening: boolean }[] = [];
  let last: Word | undefined;
  for (const word of words) {
    if (!isCapitalised(word)) {
      last = undefined;
      continue;
    }
    const isAdjacent = last !== undefined && /^[\s\u00A0-]{1,2}$/u.test(text.slice(last.end, word.start));
    last = word;
    if (isAdjacent) names.at(-1)?.words.push(word);
    else names.push({ words: [word], isOpening: word.isOpening });
  }
  return names.map(({ words: own, isOpening }) => ({
    words: own,
    isOpening: isOpening && own.length === 1,
    isGermanNoun: language === 'de' && own.length === 1 && own.every((word) => !isAcronym(word)),
  }));
}

/**
 * The words of a name that none of the texts contain.
 * @param texts searched together, so that each may contain a part of the name
 */
export function missingWords(
  name: Name,
  texts: readonly ParsedText[],
  { analyzer, language }: { readonly analyzer: Analyzer; readonly language: string },
): readonly Word[] {
  const missing = name.words.filter(
    (word) => !texts.some((text) => containsName(word, text, analyzer, language)),
  );
  if (missing.length === 0) return areClose(name, texts, language) ? [] : name.words;
  const whole = name.words.map(({ surface }) => surface).join(' ');
  const letters = name.words.map(({ folded }) => folded[0]).join('');
  for (const text of texts) {
    if (name.words.length > 1 && text.words.some((word) => isAcronym(word) && withoutDots(word) === letters))
      return [];
    if (text.language !== language || name.words.length < 3) {
      const regions = regionNamesFor(whole, language, text.language);
      const isThere = (region: string) =>
        region
          .split(/[\s-]+/u)
          .every((part) => text.words.some((word) => isSameName(part, word.folded, text.language)));
      if (regions.some(isThere)) return [];
    }
  }
  return missing;
}

/** Whether the name's words are close to each other: "Court of Justice" and "New York" don't contain "Court York". */
function areClose({ words: parts }: Name, texts: readonly ParsedText[], language: string): boolean {
  return parts.slice(1).every((part, index) => {
    const before = parts[index];
    return texts.some(({ words }) => {
      const placesOf = (one: Word | undefined) =>
        words.flatMap(({ folded }, place) =>
          one && isSameName(one.folded, folded, language) ? [place] : [],
        );
      const [first, second] = [placesOf(before), placesOf(part)];
      // It matched as an acronym or in another spelling, so its position is unknown.
      if (first.length === 0 || second.length === 0) return true;
      return first.some((one) => second.some((other) => Math.abs(one - other) <= MAX_NAME_GAP));
    });
  });
}

/** Whether the first word of a sentence is probably a name: in English, an uncommon word with a verb after it. */
export function isLikelyName(word: Word, { language, words }: ParsedText): boolean {
  if (language !== 'en') return false;
  const next = words[words.indexOf(word) + 1]?.surface ?? '';
  return (
    (!COMMON_OPENING_WORD.test(word.surface) && VERB_AFTER_NAME.test(next)) ||
    /\p{L}['’]s$/u.test(word.surface)
  );
}

function isCapitalised({ surface, folded, terms, isFigure }: Word): boolean {
  if (isFigure || !/^\p{Lu}|\p{Lu}\p{N}|\p{N}\p{Lu}/u.test(surface) || TITLES.has(folded)) return false;
  return terms.length > 0 || (surface.length > 1 && /^(?:\p{Lu}\.?)+$/u.test(surface));
}

function containsName(
  word: Word,
  { words, language: other }: ParsedText,
  analyzer: Analyzer,
  language: string,
): boolean {
  const { folded } = word;
  const isCased = words.some(({ surface, isOpening }) => !isOpening && /^\p{Lu}/u.test(surface));
  const isSame = (one: Word) => {
    if (folded === one.folded) return true;
    // "job" doesn't match the name "Jobs".
    if (isCased && /^\p{Ll}/u.test(one.surface)) return false;
    return isSameName(folded, one.folded, language) || isSameName(folded, one.folded, other);
  };
  if (words.some(isSame)) return true;
  if (isAcronym(word)) {
    const letters = withoutDots(word);
    const capitals = words.filter(({ surface }) => /^\p{Lu}/u.test(surface)).map((one) => one.folded[0]);
    if (letters.length > 1 && capitals.join('').includes(letters)) return true;
  }
  const sound = phoneticKey(folded);
  return words.some((one) => {
    const isForeign = scriptOf(folded) !== scriptOf(one.folded) || language !== other;
    if (!isForeign || !/^\p{Lu}/u.test(one.surface)) return false;
    const heard = phoneticKey(one.folded);
    return isSameStem(sound, heard, 3) || analyzer.similarTerms(sound, [heard]).length > 0;
  });
}

/** Whether two folded words are the same name, apart from inflection and demonyms. */
function isSameName(a: string, b: string, language: string): boolean {
  if (a === b) return true;
  const [x, y] = [IRREGULAR_DEMONYMS.get(a) ?? a, IRREGULAR_DEMONYMS.get(b) ?? b].map((word) =>
    word.replace(/\./g, ''),
  ) as [string, string];
  if (x === y) return true;
  if (x.length < 3 || y.length < 3) return false;
  const shared = sharedPrefix(x, y);
  const [left, right] = [x.slice(shared), y.slice(shared)];
  if (left === '' || right === '') {
    if (/^(?:s|es)$/.test(left + right)) return true;
  }
  if (
    shared >= 4 &&
    ((COUNTRY_ENDING.test(left) && DEMONYM_ENDING.test(right)) ||
      (COUNTRY_ENDING.test(right) && DEMONYM_ENDING.test(left)))
  )
    return true;
  return INFLECTING_LANGUAGES.has(language) && isSameStem(x, y, language === 'de' ? 2 : 3);
}

/** Whether two words differ only in a short ending. */
function isSameStem(a: string, b: string, most: number): boolean {
  const shared = sharedPrefix(a, b);
  const longest = Math.max(a.length, b.length);
  return (
    shared >= 3 &&
    shared >= longest * 0.6 &&
    longest - shared <= most &&
    Math.min(a.length, b.length) >= shared
  );
}

function isAcronym({ surface }: Word): boolean {
  return surface.length > 1 && /^(?:\p{Lu}\.?)+$/u.test(surface);
}

function withoutDots({ surface }: Word): string {
  return foldName(surface.replace(/\./g, ''));
}
