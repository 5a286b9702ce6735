// Tags the entity types in a sentence, both word by word and for the sentence as a whole.
import type { Token } from '../words/analyzer.js';
import { foldDigits } from '../words/digits.js';
import { bitOf, NUMBER_WORDS, wordSet } from './entity-types.js';
import { type EntityWords, entityWordsOf } from './entity-words.js';

const wholeWord = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

const UNITS_OF_TIME = wordSet(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries',
);
const UNITS = wordSet(
  'km kilometer kilometers kilometre kilometres m metre metres meter meters cm mm mile miles mi foot feet ft inch inches acre acres hectare hectares square ha kg kilogram kilograms gram ngrams tonne tonnes ton tons pound pounds lb ounce ounces litre litres liter liters gallon gallons degrees celsius fahrenheit mph watts volts hz',
);
const MONEY = wordSet(
  'dollar dollars euro euros pound pounds yen yuan ruble rubles cent cents franc francs peso pesos usd eur gbp',
);
const PLACE_BEFORE = wordSet(
  'in at from near to across outside around through throughout en à im aus nach bei în în la de в из на στη στην στο στον',
);

const REASON = wholeWord(
  'because|due to|owing to|since|as a result|result(?:ed|s|ing)? (?:in|from)|therefore|so that|caus(?:ed?|es|ing)|leading to|led to|thanks to|reasons?|fear(?:s|ed|ing)?|concern(?:s|ed)?|in response|weil|wegen|parce que|en raison|à cause|porque|debido|ya que|perché|потому|из-за|так как|поскольку|επειδή|λόγω|pentru că|deoarece|datorită|çünkü|nedeniyle|لأن|بسبب|क्योंकि|vì|因为|由于|เพราะ',
);
const QUOTE = /["“”«»„]/u;
const LIST = /,[^,]+,[^,]*(?<![\p{L}])(?:and|or|und|et|y|и|και|și|ve|và)(?![\p{L}])|[、，].+[、，和]/iu;
const DEFINITION = wholeWord(
  '(?:is|are|was|were) (?:an?|the|one of|also|often|usually|sometimes)|known as|called|refers? to|defined|means?|referred to|consists?|includes?|such as|named',
);
const PURPOSE = wholeWord(
  'in order to|so that|to (?:\\p{Ll}+)|for (?:\\p{Ll}+ing)|aim(?:s|ed)?|purpose|goal',
);
const NEGATION = wholeWord("not|never|no|n['’]t|without|neither|nor|none|fail(?:s|ed)?|refus(?:e|es|ed)");
const FEELING = wholeWord(
  'happ(?:y|ily|iness)|unhapp\\p{L}+|glad\\p{L}*|joy\\p{L}*|overjoyed|delight\\p{L}*|pleas(?:ed|ure)|merr(?:y|ily)|cheerful\\p{L}*|sad(?:ly|ness)?|sorrow\\p{L}*|sorry|grie(?:f|ved?|ving)|miser(?:able|y)|w(?:ept|eeping)|tears?|ang(?:er|ry|rily)|rage|furious\\p{L}*|fury|mad|cross|annoy\\p{L}*|afraid|fear(?:ed|ful|s)?|fright\\p{L}*|scared|terrif\\p{L}+|terror|alarm\\p{L}*|worr(?:y|ied)|anxious\\p{L}*|anxiety|nervous\\p{L}*|uneasy|surpris\\p{L}+|astonish\\p{L}+|amaz\\p{L}+|startled|shocked|stunned|disappoint\\p{L}+|asham\\p{L}+|shame|embarrass\\p{L}+|proud\\p{L}*|pride|jealous\\p{L}*|env(?:y|ious)|lonely|weary|grateful|gratitude|thankful|reliev\\p{L}+|relief|excite\\p{L}+|curious|confused|puzzled|upset|satisfied|contented|desper\\p{L}+|despair|hope(?:ful|less|d)?|regret\\p{L}*|guilt\\p{L}*|disgust\\p{L}*|bitter\\p{L}*|impatient\\p{L}*|felt|feelings?|feels?',
);
const MANNER = wholeWord('by \\p{Ll}+ing|through|using|via|with|\\p{Ll}{4,}ly');

/** The Thai calendar starts 543 years before the common era. */
const BUDDHIST_YEAR = /^2[3-5]\d\d$/u;

const SENTENCE_PATTERNS: readonly RegExp[] = [
  REASON,
  QUOTE,
  LIST,
  DEFINITION,
  PURPOSE,
  NEGATION,
  MANNER,
  /\(|—| – /u,
  FEELING,
];

/** One bit for each of {@link SENTENCE_ENTITY_TYPES}. */
export function tagSentence(text: string): number {
  let bits = 0;
  for (let at = 0; at < SENTENCE_PATTERNS.length; at += 1)
    if (SENTENCE_PATTERNS[at]?.test(text)) bits |= 1 << at;
  return bits;
}

/** Bits that a language's word lists add to one word. */
function tagListedWord({ surface, term }: Token, own: EntityWords, language: string): number {
  let bits = 0;
  if (language === 'th' && BUDDHIST_YEAR.test(foldDigits(surface))) bits |= bitOf.year;
  if (own.numbers.has(term)) bits |= bitOf.numberWord;
  if (own.times.has(term)) bits |= bitOf.time;
  if (own.groups.has(term)) bits |= bitOf.group;
  if (own.persons.has(term)) bits |= bitOf.person;
  return bits;
}

/**
 * Writes the bits of {@link WORD_ENTITY_TYPES} for each token: those of its own form and those that its
 * neighbours imply.
 */
export function tagWords(
  text: string,
  tokens: readonly Token[],
  language: string,
  entityTypes: Int32Array,
): void {
  const own = entityWordsOf(language);
  const lowerAt = (at: number) => tokens[at]?.word.lower ?? '';
  const termAt = (at: number) => tokens[at]?.term ?? '';
  const isNameAt = (at: number) => {
    const token = tokens[at];
    return token?.word.isCapital === true && !token.isStop;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const { surface, start, isStop, word } = token;
    let bits = word.bits | (own ? tagListedWord(token, own, language) : 0);
    if (bits & (bitOf.number | bitOf.numberWord)) {
      const sign = text.slice(Math.max(0, start - 2), start);
      const next = text.slice(start + surface.length, start + surface.length + 2);
      const [after, later] = [lowerAt(at + 1), lowerAt(at + 2)];
      if (
        /[$€£¥₹]/u.test(sign) ||
        MONEY.has(after) ||
        own?.money.has(termAt(at + 1)) ||
        (own?.numbers.has(termAt(at + 1)) && own.money.has(termAt(at + 2))) ||
        (NUMBER_WORDS.has(after) && MONEY.has(later)) ||
        /^\s?[$€£]/u.test(next)
      )
        bits |= bitOf.money;
      if (
        /^\s?%/u.test(next) ||
        after.startsWith('percent') ||
        (after === 'per' && later === 'cent') ||
        own?.percent.has(termAt(at + 1))
      )
        bits |= bitOf.percent;
      if (UNITS_OF_TIME.has(after) || own?.unitsOfTime.has(termAt(at + 1)) || /^\p{L}+-/u.test(next))
        bits |= bitOf.duration;
      if (
        UNITS.has(after) ||
        UNITS.has(later) ||
        own?.units.has(termAt(at + 1)) ||
        own?.units.has(termAt(at + 2))
      )
        bits |= bitOf.measure;
    } else if (word.isCapital && !isStop) {
      const isRun = isNameAt(at + 1);
      if (at > 0 || isRun) {
        const before = lowerAt(at - 1);
        bits |= bitOf.name;
        if (isRun || isNameAt(at - 1)) bits |= bitOf.fullName;
        if (
          PLACE_BEFORE.has(before) ||
          own?.placeBefore.has(termAt(at - 1)) ||
          (before === 'the' && PLACE_BEFORE.has(lowerAt(at - 2)))
        )
          bits |= bitOf.place;
        if (before === 'by') bits |= bitOf.agent;
      }
    }
    entityTypes[at] = bits;
  }
}
