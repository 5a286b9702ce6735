// Tells by their form whether a text has a price, a time or a date, and finds names of places.
import { NUMBER_WORDS } from './entity-types.js';

const NUMBER = "\\d+(?:[.,’' ]\\d{3})*(?:[.,]\\d+)?";
const CURRENCY =
  'dollars?|euros?|pounds?(?! coin)|pence|cents?|yen|francs?|franken|pesos?|rupees|usd|eur|gbp|chf|céntimos?|centimes?';
const NUMBER_WORD = [...NUMBER_WORDS].filter((word) => /^\p{sc=Latin}{2,}$/u.test(word)).join('|');
const MONEY = new RegExp(
  `[$€£¥₹] ?\\d|\\d ?[$€£¥₹]|(?<![\\p{L}\\p{N}])(?:${NUMBER}|${NUMBER_WORD})(?: (?:${NUMBER_WORD}|mio|mrd)\\.?)*[ -](?:${CURRENCY})(?!\\p{L})`,
  'iu',
);
const TIME =
  /(?<![\p{N}.,]|[$€£¥] ?)\d{1,2}[:.h]\d{2}(?!\p{N}| ?[$€£%]|[.,]\d)|(?<!\p{N})\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.|uhr|heures)(?!\p{L})|o['’]clock|(?<!\p{L})(?:half past|quarter (?:to|past)|noon|midnight|a las \p{L}+|mittags|mitternacht)(?!\p{L})/iu;
const NUMERIC_DATE =
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|(?:1[5-9]|20)\\d\\d(?![\\p{N}.,]\\d| ?[%€£$])';
const MONTHS = 12;

const dates = new Map<string, RegExp>();

/** An amount of money, in figures or in words. */
export function hasPrice(text: string): boolean {
  return MONEY.test(text);
}

/** A time of day. */
export function hasTime(text: string): boolean {
  return TIME.test(text);
}

/**
 * A month, a year or a date in figures.
 * @param language ISO 639-1 code; `und` counts as English
 */
export function hasDate(text: string, language: string): boolean {
  const known = dates.get(language) ?? compileDate(language);
  dates.set(language, known);
  return known.test(text);
}

/** Months come from the Unicode locale data, through Intl. */
function compileDate(language: string): RegExp {
  const locale = language === 'und' || language === '' ? 'en' : language;
  const format = new Intl.DateTimeFormat([locale, 'en'], { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: MONTHS }, (_, month) => format.format(Date.UTC(2024, month, 15)));
  const flags = locale === 'en' ? 'u' : 'iu';
  // "May" and "March" are words of their own, so a number, a preposition or a year stands next to them.
  const sure = months.filter((month) => !/^(?:May|March)$/u.test(month)).join('|');
  const unsure = '(?:May|March)';
  const near =
    'in|on|of|by|since|until|till|from|to|early|late|mid|last|next|this|between|and|before|after|during|through';
  const ambiguous = `(?<=\\d(?:st|nd|rd|th)? )${unsure}|(?<=(?:^|\\s)(?:${near}) )${unsure}(?!\\p{L})|${unsure} \\d`;
  const named = locale === 'en' ? `${sure}|${ambiguous}` : months.join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${named}|${NUMERIC_DATE})(?![\\p{L}\\p{N}])`, flags);
}

const PLACE_WORD =
  'Street|Road|Lane|Avenue|Square|Park|Bay|Isle|Island|Hall|Cross|Port|Farm|River|Bridge|Station|Harbour|Harbor|Beach|Forest|Valley|Hill|Head|Quay|Pier';
const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]+";
const PLACE = new RegExp(
  `(?<=(?<!\\p{L})(?:in|at|from|near|to|around|outside|across|for|nach|aus|bei|en|desde|hasta|à|vers|via) (?:the )?)(${NAME}(?: (?:de la |de |del |of )?${NAME})*)|(${NAME}(?: ${NAME})* (?:${PLACE_WORD}))(?!\\p{L})`,
  'gu',
);

/** Names that come after "in" or "from", or have a word such as "Street". */
export function findPlaces(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([name]) => name);
}
