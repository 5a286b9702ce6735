// Kinds of people in tables of prices: by age ("Child (4–15)", "Under 16") and by words ("for my daughter").

/** An age that a question gives, or the ages that a cell is for, in years. Both ends are included. */
interface Ages {
  readonly from: number;
  readonly to: number;
}

const KINDS = ['baby', 'child', 'adult', 'senior', 'family'] as const;
export type PersonKind = (typeof KINDS)[number];

const WORDS: Readonly<Record<PersonKind, RegExp>> = {
  baby: word('bab(?:y|ies)|infants?|toddlers?|babys|säuglinge?|kleinkind(?:er)?|bebés?|bébés?'),
  child: word(
    'kids?|kiddos?|child(?:ren)?|sons?|daughters?|boys?|girls?|teen(?:ager)?s?|youngsters?|juniors?|minors?|youths?|kind(?:er|ern|es)?|jugendliche[rn]?|sohn|tochter|söhne|töchter|jungen?|mädchen|niñ[oa]s?|hij[oa]s?|menores|infantil|enfants?|fils|filles?|garçons?|jeunes?|ados?',
  ),
  adult: word('adults?|grown-?ups?|grown ups?|erwachsene[rn]?|adultos?|adultas?|mayores de edad|adultes?'),
  senior: word(
    'seniors?|pensioners?|gran(?:ny|dad|dpa|dma|dparents?|dmother|dfather)?|oma|opa|abuel[oa]s?|grands?-?(?:mère|père|parents)|mamie|papi|retired|retirees?|elderly|oaps?|senior(?:en|innen)?|rentner(?:in|innen|n)?|pensionäre?|jubilad[oa]s?|pensionistas?|tercera edad|retraitée?s?',
  ),
  family: word('famil(?:y|ies)|familien?|familias?|familles?'),
};
const ADULT_AGE = 18;
const SENIOR_AGE = 60;
const BABY_AGE = 4;
const MAX_AGE = 120;

const AGE_IN_QUESTION = [
  /(?<!\p{N})(\d{1,3})[- ]?(?:years?|yrs?|y)?[- ]?(?:old|o)(?!\p{L})/iu,
  /(?<!\p{L})(?:i['’]?m|i am|he is|she is|he['’]?s|she['’]?s|aged?|who is|is) (\d{1,3})(?!\p{N}|[.,:]\p{N}| ?(?:%|€|£|\$|people|persons))/iu,
  /(?<!\p{N})(\d{1,3})[- ]?(?:jahre?n?|jährig\p{L}*|años|ans)(?!\p{L})/iu,
  /(?<!\p{L})(?:ich bin|er ist|sie ist) (\d{1,3})(?!\p{N})/iu,
];
const NUMBER = '(\\d{1,3})';
const BETWEEN = new RegExp(`(?<!\\p{N})${NUMBER} ?(?:–|-|—|to|bis|a|à|and) ?${NUMBER}(?!\\p{N})`, 'iu');
const BELOW = new RegExp(`(?<!\\p{L})(?:under|below|younger than|unter|menores de|moins de) ${NUMBER}`, 'iu');
const UP_TO = new RegExp(`(?<!\\p{L})(?:up to|until|bis(?: zu)?|hasta(?: los)?|jusqu[’']à) ${NUMBER}`, 'iu');
const ABOVE = [
  new RegExp(
    `(?<!\\p{L})(?:over|above|older than|from|ab|über|mayores de|más de|plus de|dès) ${NUMBER}`,
    'iu',
  ),
  new RegExp(
    `(?<!\\p{N})${NUMBER} ?(?:\\+(?! ?\\d)|(?:and|or|und|oder|y|ou|et) (?:over|older|up|above|älter|mehr|más|plus))`,
    'iu',
  ),
];

/** The age that a question gives, and the question without it. */
export function readAge(question: string): { readonly age: number; readonly rest: string } | undefined {
  for (const pattern of AGE_IN_QUESTION) {
    const [words, age] = pattern.exec(question) ?? [];
    if (words !== undefined && age !== undefined && Number(age) <= MAX_AGE)
      return { age: Number(age), rest: question.replace(words, ' ') };
  }
  return undefined;
}

/** The kinds of people that a question or a cell names. */
export function readKinds(text: string): ReadonlySet<PersonKind> {
  return new Set(KINDS.filter((kind) => WORDS[kind].test(text)));
}

/** A text without the words for kinds of people. */
export function withoutKinds(text: string): string {
  return KINDS.reduce((rest, kind) => rest.replace(new RegExp(WORDS[kind].source, 'giu'), ' '), text);
}

/** How well a cell fits a person of an age, 0 to 1. */
export function fitsAge(cell: string, age: number): number {
  const ages = readAges(cell);
  if (ages) return age >= ages.from && age <= ages.to ? 1 : 0;
  const kinds = readKinds(cell);
  if (age <= BABY_AGE && kinds.has('baby')) return 1;
  if (age >= SENIOR_AGE && kinds.has('senior')) return 0.9;
  return kinds.has(age < ADULT_AGE ? 'child' : 'adult') ? 0.8 : 0;
}

/** How well a cell fits a kind of people, 0 to 1. An age limit says less than a word. */
export function fitsKind(cell: string, kind: PersonKind): number {
  const kinds = readKinds(cell);
  const ages = readAges(cell);
  if (kind === 'baby') {
    if (kinds.has('baby') || (ages && ages.to <= BABY_AGE)) return 1;
    return kinds.has('child') && (ages?.from ?? 0) === 0 ? 0.5 : 0;
  }
  if (kinds.has(kind)) return 1;
  if (!ages) return 0;
  if (kind === 'child') return ages.to < ADULT_AGE ? (ages.to > BABY_AGE ? 0.8 : 0.4) : 0;
  if (kind === 'senior') return ages.from >= SENIOR_AGE ? 0.8 : 0;
  return 0;
}

function readAges(cell: string): Ages | undefined {
  const between = BETWEEN.exec(cell);
  if (between) return { from: Number(between[1]), to: Number(between[2]) };
  const below = BELOW.exec(cell);
  if (below) return { from: 0, to: Number(below[1]) - 1 };
  const upTo = UP_TO.exec(cell);
  if (upTo) return { from: 0, to: Number(upTo[1]) };
  const above = ABOVE.map((pattern) => pattern.exec(cell)).find((found) => found !== null);
  return above ? { from: Number(above[1]), to: Number.POSITIVE_INFINITY } : undefined;
}

function word(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');
}
