// Types of entities that a sentence can contain and a question can ask for: names, numbers, dates, reasons,
// quotes. Also tags single words by their form; `tag-entities.ts` tags words in context.
import { foldDigits } from '../words/digits.js';

/** Entity types of single words, as bit positions. Words of the question itself are never its answer. */
export const WORD_ENTITY_TYPES = [
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
/** Types of a sentence as a whole. */
export const SENTENCE_ENTITY_TYPES = [
  'reason',
  'quote',
  'list',
  'definition',
  'purpose',
  'negation',
  'manner',
  'aside',
  'feeling',
] as const;

type WordEntityType = (typeof WORD_ENTITY_TYPES)[number];

export const bitOf = Object.fromEntries(
  WORD_ENTITY_TYPES.map((kind, index) => [kind, 1 << index]),
) as Readonly<Record<WordEntityType, number>>;

/** Bits of {@link SENTENCE_ENTITY_TYPES}. */
export const sentenceBitOf = Object.fromEntries(
  SENTENCE_ENTITY_TYPES.map((kind, index) => [kind, 1 << index]),
) as Readonly<Record<(typeof SENTENCE_ENTITY_TYPES)[number], number>>;

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const NUMBER_WORDS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands million millions billion billions trillion half third thirds quarter quarters once twice several zero first second fourth fifth sixth seventh eighth ninth tenth single double couple zwei drei vier fünf sechs sieben acht neun zehn deux trois quatre cinq dix dos tres cuatro cinco diez два три четыре пять шесть десять δύο τρεις τρία τέσσερα πέντε doi trei patru cinci iki üç dört beş hai ba bốn năm sáu bảy tám chín mười दो तीन चार पांच اثنان ثلاثة أربعة خمسة 两 三 四 五 六 七 八 九 十 สอง สาม สี่ ห้า',
);
const TIMES = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight century centuries decade decades year years month months week weeks season spring summer autumn winter morning evening night midnight noon bc bce ad ce ago later earlier until since during janvier février mars avril juin juillet août septembre octobre novembre décembre januar februar märz mai juni juli oktober dezember jahr jahre jahrhundert enero febrero marzo abril mayo junio julio agosto septiembre noviembre diciembre siglo año años siècle année ans года году год век века лет январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре января февраля апреля июня июля сентября октября ноября декабря αιώνα έτος χρόνια ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie secol secolul anul ani yüzyıl yıl yılında ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık tháng năm 年 月 世纪 ศตวรรษ ปี عام سنة قرن वर्ष सदी साल',
);
const GROUPS = wordSet(
  'university college school institute company corporation inc ltd party association club league team band church council committee commission agency ministry department bank court army union organization organisation society foundation group board parliament congress senate police broadcasting network records press',
);
const PERSON_TITLES = wordSet(
  'mr mrs ms dr sir lord lady king queen prince princess president minister chancellor senator governor mayor general colonel captain professor pope bishop saint st emperor director author singer actor actress poet composer officer spokesman spokeswoman chief judge doctor',
);

const YEAR = /^(?:1\d|20)\d\d(?:s|['’]s)?$/u;
const CHINESE_NUMBER = /^[〇零一二两三四五六七八九十百千万亿]+$/u;

/** What the form of a word shows, in any language and context. */
export interface SurfaceEntityTypes {
  readonly lower: string;
  /** Bits of {@link WORD_ENTITY_TYPES}. */
  readonly bits: number;
  readonly isCapital: boolean;
}

export function tagSurface(surface: string): SurfaceEntityTypes {
  const lower = surface.toLowerCase();
  const isCapital = /^\p{Lu}/u.test(surface);
  let bits = 0;
  if (/\p{N}/u.test(surface)) {
    bits |= bitOf.number;
    if (YEAR.test(foldDigits(surface))) bits |= bitOf.year;
  }
  if (NUMBER_WORDS.has(lower) || CHINESE_NUMBER.test(surface)) bits |= bitOf.numberWord;
  if (TIMES.has(lower) && ((lower !== 'may' && lower !== 'march') || isCapital)) bits |= bitOf.time;
  if (GROUPS.has(lower)) bits |= bitOf.group;
  if (PERSON_TITLES.has(lower)) bits |= bitOf.person;
  return { lower, bits, isCapital };
}

/** All entity types. The ranker has one learned weight for each of them and each answer type. */
export const ENTITY_TYPES = [...WORD_ENTITY_TYPES, ...SENTENCE_ENTITY_TYPES] as const;
