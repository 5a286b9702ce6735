// Kinds of things that a sentence may hold and a question may ask for: names, numbers, dates, reasons, quotes.
import type { Token } from './analyze.js';
import { type KindWords, kindWordsOf } from './kind-words.js';

/** Kinds told word by word, as bits: a word of the question itself is not what it asks for. */
export const WORD_KINDS = [
  'name',
  'fullName',
  'number',
  'year',
  'time',
  'numberWord',
  'money',
  'percent',
  'duration',
  'measure',
  'place',
  'agent',
  'group',
  'person',
] as const;
/** Kinds told of the sentence as a whole. */
export const SENTENCE_KINDS = [
  'reason',
  'quote',
  'list',
  'definition',
  'purpose',
  'negation',
  'manner',
  'aside',
] as const;

type WordKind = (typeof WORD_KINDS)[number];

export const bitOf = Object.fromEntries(WORD_KINDS.map((kind, index) => [kind, 1 << index])) as Readonly<
  Record<WordKind, number>
>;

/** The same for {@link SENTENCE_KINDS}. */
export const sentenceBitOf = Object.fromEntries(
  SENTENCE_KINDS.map((kind, index) => [kind, 1 << index]),
) as Readonly<Record<(typeof SENTENCE_KINDS)[number], number>>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const whole = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

const NUMBER_WORDS = words(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands million millions billion billions trillion half third thirds quarter quarters once twice several zero first second fourth fifth sixth seventh eighth ninth tenth single double couple zwei drei vier fünf sechs sieben acht neun zehn deux trois quatre cinq dix dos tres cuatro cinco diez два три четыре пять шесть десять δύο τρεις τρία τέσσερα πέντε doi trei patru cinci iki üç dört beş hai ba bốn năm sáu bảy tám chín mười दो तीन चार पांच اثنان ثلاثة أربعة خمسة 两 三 四 五 六 七 八 九 十 สอง สาม สี่ ห้า',
);
const TIMES = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight century centuries decade decades year years month months week weeks season spring summer autumn winter morning evening night midnight noon bc bce ad ce ago later earlier until since during janvier février mars avril juin juillet août septembre octobre novembre décembre januar februar märz mai juni juli oktober dezember jahr jahre jahrhundert enero febrero marzo abril mayo junio julio agosto septiembre noviembre diciembre siglo año años siècle année ans года году год век века лет январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре января февраля апреля июня июля сентября октября ноября декабря αιώνα έτος χρόνια ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie secol secolul anul ani yüzyıl yıl yılında ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık tháng năm 年 月 世纪 ศตวรรษ ปี عام سنة قرن वर्ष सदी साल',
);
const UNITS_OF_TIME = words(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries',
);
const UNITS = words(
  'km kilometer kilometers kilometre kilometres m metre metres meter meters cm mm mile miles mi foot feet ft inch inches acre acres hectare hectares square ha kg kilogram kilograms gram grams tonne tonnes ton tons pound pounds lb ounce ounces litre litres liter liters gallon gallons degrees celsius fahrenheit mph watts volts hz',
);
const MONEY = words(
  'dollar dollars euro euros pound pounds yen yuan ruble rubles cent cents franc francs peso pesos usd eur gbp',
);
const GROUPS = words(
  'university college school institute company corporation inc ltd party association club league team band church council committee commission agency ministry department bank court army union organization organisation society foundation group board parliament congress senate police broadcasting network records press',
);
const PERSONS = words(
  'mr mrs ms dr sir lord lady king queen prince princess president minister chancellor senator governor mayor general colonel captain professor pope bishop saint st emperor director author singer actor actress poet composer officer spokesman spokeswoman chief judge doctor',
);
const PLACE_BEFORE = words(
  'in at from near to across outside around through throughout en à im aus nach bei în în la de в из на στη στην στο στον',
);

const REASON = whole(
  'because|due to|owing to|since|as a result|result(?:ed|s|ing)? (?:in|from)|therefore|so that|caus(?:ed?|es|ing)|leading to|led to|thanks to|reasons?|fear(?:s|ed|ing)?|concern(?:s|ed)?|in response|weil|wegen|parce que|en raison|à cause|porque|debido|ya que|perché|потому|из-за|так как|поскольку|επειδή|λόγω|pentru că|deoarece|datorită|çünkü|nedeniyle|لأن|بسبب|क्योंकि|vì|因为|由于|เพราะ',
);
const QUOTE = /["“”«»„]/u;
const LIST = /,[^,]+,[^,]*(?<![\p{L}])(?:and|or|und|et|y|и|και|și|ve|và)(?![\p{L}])|[、，].+[、，和]/iu;
const DEFINITION = whole(
  '(?:is|are|was|were) (?:an?|the|one of|also|often|usually|sometimes)|known as|called|refers? to|defined|means?|referred to|consists?|includes?|such as|named',
);
const PURPOSE = whole('in order to|so that|to (?:\\p{Ll}+)|for (?:\\p{Ll}+ing)|aim(?:s|ed)?|purpose|goal');
const NEGATION = whole("not|never|no|n['’]t|without|neither|nor|none|fail(?:s|ed)?|refus(?:e|es|ed)");
const MANNER = whole('by \\p{Ll}+ing|through|using|via|with|\\p{Ll}{4,}ly');

const YEAR = /^(?:1\d|20)\d\d(?:s|['’]s)?$/u;
/** Thai counts from the year 543 before ours. */
const BUDDHIST_YEAR = /^2[3-5]\d\d$/u;
const CHINESE_NUMBER = /^[〇零一二两三四五六七八九十百千万亿]+$/u;

const SENTENCE_PATTERNS: readonly RegExp[] = [
  REASON,
  QUOTE,
  LIST,
  DEFINITION,
  PURPOSE,
  NEGATION,
  MANNER,
  /\(|—| – /u,
];

/** A bit for each of {@link SENTENCE_KINDS}. */
export function readSentenceKinds(text: string): number {
  let bits = 0;
  for (const [index, pattern] of SENTENCE_PATTERNS.entries()) if (pattern.test(text)) bits |= 1 << index;
  return bits;
}

/** What a word is told to be by itself, in whatever language. */
export interface OwnKinds {
  readonly lower: string;
  /** Bits of {@link WORD_KINDS}. */
  readonly bits: number;
  readonly isCapital: boolean;
}

export function readOwnKinds(surface: string): OwnKinds {
  const lower = surface.toLowerCase();
  const isCapital = /^\p{Lu}/u.test(surface);
  let bits = 0;
  if (/\p{N}/u.test(surface)) {
    bits |= bitOf.number;
    if (YEAR.test(surface)) bits |= bitOf.year;
  }
  if (NUMBER_WORDS.has(lower) || CHINESE_NUMBER.test(surface)) bits |= bitOf.numberWord;
  if (TIMES.has(lower) && ((lower !== 'may' && lower !== 'march') || isCapital)) bits |= bitOf.time;
  if (GROUPS.has(lower)) bits |= bitOf.group;
  if (PERSONS.has(lower)) bits |= bitOf.person;
  return { lower, bits, isCapital };
}

/** What the lists of a language tell of one of its words. */
function readListedKinds({ surface, term }: Token, own: KindWords, language: string): number {
  let bits = 0;
  if (language === 'th' && BUDDHIST_YEAR.test(surface)) bits |= bitOf.year;
  if (own.numbers.has(term)) bits |= bitOf.numberWord;
  if (own.times.has(term)) bits |= bitOf.time;
  if (own.groups.has(term)) bits |= bitOf.group;
  if (own.persons.has(term)) bits |= bitOf.person;
  return bits;
}

/** Writes the bits of {@link WORD_KINDS} of each token: its own, and those that the words beside it make. */
export function readWordKinds(
  text: string,
  tokens: readonly Token[],
  language: string,
  kinds: Int32Array,
): void {
  const own = kindWordsOf(language);
  const lowerAt = (at: number) => tokens[at]?.word.kinds.lower ?? '';
  const termAt = (at: number) => tokens[at]?.term ?? '';
  const isNameAt = (at: number) => {
    const token = tokens[at];
    return token?.word.kinds.isCapital === true && !token.isStop;
  };
  for (const [at, token] of tokens.entries()) {
    const { surface, start, isStop, word } = token;
    let bits = word.kinds.bits | (own ? readListedKinds(token, own, language) : 0);
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
    } else if (word.kinds.isCapital && !isStop) {
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
    kinds[at] = bits;
  }
}
