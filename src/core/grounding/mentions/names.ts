// Names in a sentence, and whether a text holds them: inflected, shortened to letters, or in another script.
import type { Analyzer } from '../../ports.js';
import type { ParsedText, Word } from '../parsed-text.js';
import { regionNamesFor } from './regions.js';
import { foldName, phoneticKey, scriptOf, sharedPrefix } from './romanize.js';

/** Capitalised words side by side. */
export interface Name {
  readonly words: readonly Word[];
  /** Its first word opens the sentence, so that its capital tells nothing. */
  readonly isOpening: boolean;
  /** In German, where every noun has a capital: one word, and no letters alone. */
  readonly isNoun?: boolean | undefined;
}

/** Capitalised words that go with names, and are compared as ordinary words. */
const TITLES = new Set(
  'mr mrs ms miss dr prof professor president prime minister chancellor king queen prince princess sir lord lady senator governor mayor secretary general captain judge justice pope saint chief director officer executive chairman ceo minister herr frau präsident kanzler bundeskanzler monsieur madame président señor señora presidente i'.split(
    ' ',
  ),
);
/** Words that open sentences with no article before them, and are no names. English. */
const ORDINARY_OPENING =
  /(?:s|ing|ed|ly|ion|ment|ness|ity|ance|ence|ers?)$|^(?:people|police|researchers|women|men|children|nobody|everyone|someone|anyone|water|rain|music|work|life|today|yesterday|tomorrow|later|last|next|two|three|four|five|six|seven|eight|nine|ten|half|part|despite|although|thanks|due|most|nearly|almost|around|roughly|early|former|long|new|local|several|additional|further|despite|unlike|like|given|together|overall|instead|within|without|because|since|while|once|until|unless|whether|according|per|soon|ever|even|much|such|other|another|following|prior|first|second|third|data|evidence|sentence|article|text|answer|sure|yes|government|parliament|critics)$/i;
/** What follows a name that opens a sentence. English. */
const DOING =
  /^(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|said|says|told|went|came|made|took|gave|won|lost|became|began|met|left|wrote|led|held|saw|got|also|then|and|later|\p{Ll}{2,}ed)$/u;
/** Endings between a country and its people, both ways. */
const ROOT = /^(?:|a|e|y|ia|ain|o)$/;
const PEOPLE = /^(?:n|an|ian|ean|ish|ese|i|ic)s?$/;
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'french=france spanish=spain dutch=netherlands greek=greece danish=denmark turkish=turkey welsh=wales irish=ireland polish=poland swedish=sweden scottish=scotland finnish=finland english=england swiss=switzerland british=britain american=america usa=us briton=britain greeks=greece'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
/** Words of a name, in any order, with a title or an apposition between them, are no further apart. */
const NEAR_WORDS = 6;
/** Languages that put names into cases by their endings. */
const INFLECTING = new Set('ru uk be bg sr hr sl cs sk pl lt lv et fi hu el ro tr de la'.split(' '));

/** Names of the sentence. A capital at its opening counts where another follows, or where the word is no ordinary one. */
export function readNames({ words, text, language }: ParsedText): readonly Name[] {
  if (!/\p{Ll}/u.test(text)) return [];
  const names: { words: Word[]; isOpening: boolean }[] = [];
  let last: Word | undefined;
  for (const word of words) {
    if (!isCapitalised(word)) {
      last = undefined;
      continue;
    }
    const isBeside = last !== undefined && /^[\s\u00A0-]{1,2}$/u.test(text.slice(last.end, word.start));
    last = word;
    if (isBeside) names.at(-1)?.words.push(word);
    else names.push({ words: [word], isOpening: word.isOpening });
  }
  return names.map(({ words: own, isOpening }) => ({
    words: own,
    isOpening: isOpening && own.length === 1,
    isNoun: language === 'de' && own.length === 1 && own.every((word) => !isAcronym(word)),
  }));
}

/**
 * Words of the name that the text does not hold.
 * @param texts what may hold it, taken together
 */
export function missingWords(
  name: Name,
  texts: readonly ParsedText[],
  { analyzer, language }: { readonly analyzer: Analyzer; readonly language: string },
): readonly Word[] {
  const missing = name.words.filter(
    (word) => !texts.some((text) => holdsName(word, text, analyzer, language)),
  );
  if (missing.length === 0) return isTogether(name, texts, language) ? [] : name.words;
  const whole = name.words.map(({ surface }) => surface).join(' ');
  const letters = name.words.map(({ folded }) => folded[0]).join('');
  for (const text of texts) {
    if (name.words.length > 1 && text.words.some((word) => isAcronym(word) && plain(word) === letters))
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

/** Words of one name stand near each other: "Justice Department" and "New York" do not make a "Justice New York". */
function isTogether({ words: parts }: Name, texts: readonly ParsedText[], language: string): boolean {
  return parts.slice(1).every((part, index) => {
    const before = parts[index];
    return texts.some(({ words }) => {
      const placesOf = (one: Word | undefined) =>
        words.flatMap(({ folded }, place) =>
          one && isSameName(one.folded, folded, language) ? [place] : [],
        );
      const [first, second] = [placesOf(before), placesOf(part)];
      // An acronym or another spelling holds it: where it stands cannot be told.
      if (first.length === 0 || second.length === 0) return true;
      return first.some((one) => second.some((other) => Math.abs(one - other) <= NEAR_WORDS));
    });
  });
}

/** Whether an opening word is likely a name all the same: in English, what does something and is no ordinary word. */
export function isLikelyName(word: Word, { language, words }: ParsedText): boolean {
  if (language !== 'en') return false;
  const next = words[words.indexOf(word) + 1]?.surface ?? '';
  return (!ORDINARY_OPENING.test(word.surface) && DOING.test(next)) || /\p{L}['’]s$/u.test(word.surface);
}

function isCapitalised({ surface, folded, terms, isFigure }: Word): boolean {
  if (isFigure || !/^\p{Lu}|\p{Lu}\p{N}|\p{N}\p{Lu}/u.test(surface) || TITLES.has(folded)) return false;
  return terms.length > 0 || (surface.length > 1 && /^(?:\p{Lu}\.?)+$/u.test(surface));
}

function holdsName(
  word: Word,
  { words, language: other }: ParsedText,
  analyzer: Analyzer,
  language: string,
): boolean {
  const { folded } = word;
  const isCased = words.some(({ surface, isOpening }) => !isOpening && /^\p{Lu}/u.test(surface));
  const isSame = (one: Word) => {
    if (folded === one.folded) return true;
    // "Jobs" is not named by "job".
    if (isCased && /^\p{Ll}/u.test(one.surface)) return false;
    return isSameName(folded, one.folded, language) || isSameName(folded, one.folded, other);
  };
  if (words.some(isSame)) return true;
  if (isAcronym(word)) {
    const letters = plain(word);
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

/** Whether two folded words are one name, inflection and people's names aside. */
function isSameName(a: string, b: string, language: string): boolean {
  if (a === b) return true;
  const [x, y] = [IRREGULAR.get(a) ?? a, IRREGULAR.get(b) ?? b].map((word) => word.replace(/\./g, '')) as [
    string,
    string,
  ];
  if (x === y) return true;
  if (x.length < 3 || y.length < 3) return false;
  const shared = sharedPrefix(x, y);
  const [left, right] = [x.slice(shared), y.slice(shared)];
  if (left === '' || right === '') {
    if (/^(?:s|es)$/.test(left + right)) return true;
  }
  if (shared >= 4 && ((ROOT.test(left) && PEOPLE.test(right)) || (ROOT.test(right) && PEOPLE.test(left))))
    return true;
  return INFLECTING.has(language) && isSameStem(x, y, language === 'de' ? 2 : 3);
}

/** Whether words differ in short endings alone. */
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

function plain({ surface }: Word): string {
  return foldName(surface.replace(/\./g, ''));
}
