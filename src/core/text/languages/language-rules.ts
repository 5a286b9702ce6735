// What the sentence splitter knows about each language: abbreviations, words that open sentences, and spelling habits.
import { LANGUAGES } from './all-languages.js';
import { COMMON } from './common.js';
import type { LanguageData } from './language-data.js';

/** {@link LanguageData} in the form that the splitter reads. */
export interface LanguageRules {
  readonly neverFinal: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly afterNumber: ReadonlySet<string>;
  readonly oftenFinal: ReadonlySet<string>;
  readonly sometimesFinal: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly shortEndings: readonly string[];
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly institutions: ReadonlySet<string>;
  readonly hasDottedOrdinals: boolean;
  readonly capitalizesNouns: boolean;
  readonly syllabic: string;
}

/** Codes of languages that read another language's data. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', sh: 'hr', bs: 'hr', be: 'ru' };

const known = new Map<string, LanguageRules>();

/**
 * Rules of a language, with those that hold in every language.
 * @param language BCP 47 tag; only its first part counts
 * @param sample some of the text: tells the language's data to use if the code is `und` or unknown
 */
export function readLanguageRules(language: string, sample = ''): LanguageRules {
  const [code = 'und'] = language.toLowerCase().split(/[-_]/u);
  const named = ALIASES[code] ?? code;
  const name = named in LANGUAGES ? named : guessByScript(code, sample);
  const rules = known.get(name) ?? compileRules(LANGUAGES[name] ?? {});
  known.set(name, rules);
  return rules;
}

/** A text of unknown language is read by English rules if it's in Latin script; a known language without data by none. */
function guessByScript(code: string, sample: string): string {
  if (/\p{sc=Cyrillic}/u.test(sample)) return 'ru';
  if (/\p{sc=Greek}/u.test(sample)) return 'el';
  return code === 'und' ? 'en' : 'none';
}

function compileRules(data: LanguageData): LanguageRules {
  const own = {
    beforeNumber: toSet(data.beforeNumber),
    afterNumber: toSet(data.afterNumber),
    oftenFinal: toSet(data.oftenFinal),
    sometimesFinal: toSet(data.sometimesFinal),
    neverFinal: toSet(data.neverFinal),
  };
  const isOwn = (word: string) => Object.values(own).some((words) => words.has(word));
  const withCommon = (words: ReadonlySet<string>, common: string | undefined) =>
    new Set([...words, ...[...toSet(common)].filter((word) => !isOwn(word))]);
  return {
    neverFinal: withCommon(own.neverFinal, COMMON.neverFinal),
    beforeNumber: withCommon(own.beforeNumber, COMMON.beforeNumber),
    afterNumber: withCommon(own.afterNumber, COMMON.afterNumber),
    oftenFinal: withCommon(own.oftenFinal, COMMON.oftenFinal),
    sometimesFinal: withCommon(own.sometimesFinal, COMMON.sometimesFinal),
    openers: toSet(data.openers),
    prepositions: toSet(data.prepositions),
    labels: toSet(data.labels),
    shortEndings: [...toSet(data.shortEndings)],
    months: toSet(data.months),
    weekdays: toSet(data.weekdays),
    places: toSet(data.places ?? COMMON.places),
    institutions: toSet(data.institutions),
    hasDottedOrdinals: data.hasDottedOrdinals ?? false,
    capitalizesNouns: data.capitalizesNouns ?? false,
    syllabic: data.syllabic ?? '',
  };
}

function toSet(words = ''): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}
